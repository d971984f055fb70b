package tillbook.desktop.trouble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A data folder as it lies on the disk at one moment, of a register that may be at work. Stateless. */
public final class CopiedData {
    private CopiedData() {}

    /**
     * Copies it, without sockets, whose files would be of no use. A file that is gone by its turn is left out: the
     * searchable copy renames its files at any moment and is made anew where it is missing.
     */
    public static void asAPowerCutLeavesIt(Path from, Path to) {
        try {
            Files.walkFileTree(from, new Copying(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(
                    target(folder), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isRegularFile()) return FileVisitResult.CONTINUE;
            try {
                Files.copy(file, target(file));
            } catch (NoSuchFileException gone) {
                return visitFileFailed(file, gone);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (why instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw why;
        }

        private Path target(Path each) {
            return to.resolve(from.relativize(each).toString());
        }
    }
}
