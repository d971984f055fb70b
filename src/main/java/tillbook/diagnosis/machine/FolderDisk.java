package tillbook.diagnosis.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import tillbook.diagnosis.check.Probes.DiskProbe;

/** The disk under a folder, which need not be there yet. Immutable, safe from any thread. */
public final class FolderDisk implements DiskProbe {
    private static final int PROBE_BYTES = 4_096;

    private final Path folder;
    private final LongSupplier nanoTime;

    /**
     * The nearest folder that is there is looked at.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     */
    public FolderDisk(Path folder, LongSupplier nanoTime) {
        this.folder = nearest(folder.toAbsolutePath().normalize());
        this.nanoTime = nanoTime;
    }

    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.isDirectory(there) && there.getParent() != null) there = there.getParent();
        return there;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public long usableBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public long writeMs() throws IOException {
        Path file = Files.createTempFile(folder, "diagnosis", ".tmp");
        try {
            long since = nanoTime.getAsLong();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - since);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
