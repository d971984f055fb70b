package tillbook.printing.port;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An open device: one channel a direction, as a channel lets a blocked read hold up every write, and one file behind both,
 * as the driver lets only one in.
 *
 * @param in null where the device is only written to
 */
record Device(FileChannel out, @Nullable FileChannel in) implements AutoCloseable {
    static Device open(Path path, boolean answers) throws IOException {
        if (!answers) return new Device(FileChannel.open(path, StandardOpenOption.WRITE), null);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        return new Device(
                new FileOutputStream(file.getFD()).getChannel(), new FileInputStream(file.getFD()).getChannel());
    }

    boolean isOpen() {
        return out.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (in != null) in.close();
        out.close();
    }
}
