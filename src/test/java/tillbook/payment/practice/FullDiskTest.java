package tillbook.payment.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practice provider's book on a disk that is full for a while. */
class FullDiskTest {
    private static final BookLine LINE = new BookLine.UsedCode("0123456789abcdef".repeat(4));

    @TempDir
    private Path folder;

    @Test
    void aLineThatDidNotFitLeavesNothingBehindForTheNextOne() throws IOException {
        Path path = folder.resolve("book.jsonl");
        FullChannel disk = new FullChannel(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        try (BookFile book = new BookFile(disk, 0)) {
            book.append(LINE);
            disk.room = 10;
            assertThrows(IOException.class, () -> book.append(LINE));
            disk.room = Integer.MAX_VALUE;
            book.append(LINE);
        }
        List<BookLine> read = new ArrayList<>();
        BookFile.open(path, read::add).close();
        assertEquals(List.of(LINE, LINE), read);
    }

    /** A file on a disk with so many bytes of room. */
    private static final class FullChannel extends FileChannel {
        private final FileChannel file;
        private int room = Integer.MAX_VALUE;

        FullChannel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (room == 0) throw new IOException("No space left on device");
            ByteBuffer fits = bytes.slice(bytes.position(), Math.min(room, bytes.remaining()));
            int written = file.write(fits);
            room -= written;
            bytes.position(bytes.position() + written);
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long to) throws IOException {
            file.position(to);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        // The book does none of these.

        @Override
        public int read(ByteBuffer to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] to, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] from, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel from, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer to, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer from, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
