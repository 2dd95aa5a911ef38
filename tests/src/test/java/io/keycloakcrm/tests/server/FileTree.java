package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A directory with all that lies below it. */
record FileTree(Path root) {

    /** A copy whose files may be changed without changing this tree. */
    void copyTo(Path target) throws IOException {
        Files.walkFileTree(root, new Replay(target, false));
    }

    /** A copy in no time and no space; its files must be replaced, never written into. */
    void linkTo(Path target) throws IOException {
        Files.walkFileTree(root, new Replay(target, true));
    }

    void delete() throws IOException {
        if (Files.exists(root)) {
            Files.walkFileTree(root, new Removal());
        }
    }

    private final class Replay extends SimpleFileVisitor<Path> {

        private final Path target;
        private final boolean link;

        Replay(Path target, boolean link) {
            this.target = target;
            this.link = link;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(target.resolve(root.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path copy = target.resolve(root.relativize(file));
            if (link) {
                Files.createLink(copy, file);
            } else {
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
