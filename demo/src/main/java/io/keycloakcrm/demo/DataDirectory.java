package io.keycloakcrm.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** What outlives a run: Keycloak's database, the application's, and the mail port that the realm in it knows. Held by one run at a time. */
final class DataDirectory implements AutoCloseable {

    private final Path directory;
    private final FileChannel lockFile;

    private DataDirectory(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    static DataDirectory open(Path directory) throws IOException {
        if (directory.toString().contains(";")) {
            throw new CannotStart("The data directory must not contain ';', which the database URL uses: " + directory);
        }
        Files.createDirectories(directory);
        FileChannel lockFile =
                FileChannel.open(directory.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = lockFile.tryLock();
        if (lock == null) {
            lockFile.close();
            throw new CannotStart("Another run uses the data in " + directory
                    + ". Stop it with Ctrl-C, or choose another directory: -Drun.data=DIR");
        }
        return new DataDirectory(directory, lockFile);
    }

    Path path() {
        return directory;
    }

    /** Keycloak's default H2 database, except that it lives here and not inside the unpacked distribution. */
    String databaseUrl() {
        return "jdbc:h2:file:" + directory.resolve("h2/keycloakdb") + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** Where the demo application keeps its own. */
    Path application() {
        return directory.resolve("application");
    }

    /** Whether no run has used it before. */
    boolean isNew() {
        return Files.notExists(mailPortFile());
    }

    /** The port that the realm in the database sends its mail to. */
    int mailPort() throws IOException {
        return Integer.parseInt(Files.readString(mailPortFile()).strip());
    }

    void rememberMailPort(int port) throws IOException {
        Files.writeString(mailPortFile(), port + "\n");
    }

    private Path mailPortFile() {
        return directory.resolve("mail-port");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
