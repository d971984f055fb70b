package tillbook.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory, mounted on a folder; only root can. Unmounted when closed. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    /**
     * Mounts it.
     *
     * @param size as mount takes it: {@code 1m}
     */
    SmallDisk(Path folder, String size) throws IOException {
        this.folder = folder;
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tillbook-test", folder.toString());
    }

    static void readOnly(Path folder) throws IOException {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    static void grown(Path folder, String size) throws IOException {
        run("mount", "-o", "remount,rw,size=" + size, folder.toString());
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        org.junit.jupiter.api.Assumptions.assumeTrue(
                process.onExit().join().exitValue() == 0,
                "not allowed here, so this fault was not made to happen: " + String.join(" ", command));
    }
}
