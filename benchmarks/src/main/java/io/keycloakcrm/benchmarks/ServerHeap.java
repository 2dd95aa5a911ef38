package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lives on the heap of the server: what a forced full collection leaves.
 *
 * @param jvm the server's process
 */
record ServerHeap(ProcessHandle jvm) {

    private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    /** The JVM below this process that listens on the port; the shell that started it stands between. */
    static ServerHeap listeningOn(int port) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> process.info().commandLine().orElse("").contains("--http-port=" + port))
                .findFirst()
                .map(ServerHeap::new)
                .orElseThrow(() -> new IllegalStateException("no JVM listens on port " + port));
    }

    /** Stops the server for as long as the collection takes. */
    double liveMebibytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        String heap = jcmd("GC.heap_info");
        Matcher used = USED.matcher(heap);
        if (!used.find()) {
            throw new IllegalStateException("jcmd GC.heap_info said " + heap);
        }
        return Long.parseLong(used.group(1)) / KIBIBYTES_PER_MEBIBYTE;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(tool.toString(), String.valueOf(jvm.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + command + " failed: " + answer);
        }
        return answer;
    }
}
