package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.server.ServerLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lives on the heap of the server: what a forced full collection leaves.
 *
 * @param jvm the server's process
 * @param log of the server
 */
record ServerHeap(ProcessHandle jvm, ServerLog log) {

    private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    /** The JVM below this process that listens on the port; the shell that started it stands between. */
    static ServerHeap listeningOn(int port, ServerLog log) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> process.info().commandLine().orElse("").contains("--http-port=" + port))
                .findFirst()
                .map(jvm -> new ServerHeap(jvm, log))
                .orElseThrow(() -> new IllegalStateException("no JVM listens on port " + port));
    }

    /**
     * Stops the server for as long as it takes. The histogram is made right after the collection, before anybody can
     * allocate again; what two commands in a row would say is mostly the garbage made between them.
     */
    double liveMebibytes() throws IOException, InterruptedException {
        long skipped = skippedCollections();
        String histogram = jcmd("GC.class_histogram");
        while (skippedCollections() > skipped) { // native code held the heap, so that garbage was counted too
            skipped = skippedCollections();
            histogram = jcmd("GC.class_histogram");
        }
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("jcmd GC.class_histogram has no total: " + histogram);
        }
        return Long.parseLong(total.group(1)) / BYTES_PER_MEBIBYTE;
    }

    private long skippedCollections() {
        return log.lines().stream()
                .filter(line -> line.contains("pre-dump GC was skipped"))
                .count();
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
