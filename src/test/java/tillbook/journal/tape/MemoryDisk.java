package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A disk in memory that forgets like a real one. It knows what was forced and what was not, gives the image a power cut
 * would leave at this moment, and fails any operation on demand. After a failed force it does what Linux may do: it calls
 * the pages clean, so that the next force returns without having written them. Strict: a write outside of a file, a use
 * after close, an unknown name throw. Blank space costs nothing. Owned by one thread.
 */
public final class MemoryDisk implements TapeDisk {
    /** The operations that count as one and can fail. */
    public enum Operation {
        LIST,
        CREATE,
        OPEN,
        READ,
        WRITE,
        FORCE,
        RENAME,
        DELETE,
        SYNC_DIRECTORY
    }

    /** Sees every operation before it happens; may throw what the operation shall throw. */
    @FunctionalInterface
    public interface Gate {
        void before(Operation operation, String name) throws IOException;
    }

    private static final Gate OPEN_GATE = (operation, name) -> {};

    private Map<String, Inode> names = new HashMap<>();
    private final List<Map<String, Inode>> unsyncedNames = new ArrayList<>();
    private Map<String, Inode> syncedNames = new HashMap<>();
    private Gate gate = OPEN_GATE;
    private long usableSpace = Long.MAX_VALUE;
    private long operations;

    /** Lets {@code gate} see every operation from now on. */
    public void gate(Gate newGate) {
        this.gate = newGate;
    }

    /** What {@link #usableSpace()} answers; a create that needs more fails as on a full disk. */
    public void usableSpace(long bytes) {
        this.usableSpace = bytes;
    }

    /** Operations asked for so far. */
    public long operations() {
        return operations;
    }

    @Override
    public List<String> list() throws IOException {
        pass(Operation.LIST, "");
        return List.copyOf(names.keySet());
    }

    @Override
    public TapeFile create(String name, int bytes) throws IOException {
        if (names.containsKey(name)) throw new FileAlreadyExistsException(name);
        try {
            pass(Operation.CREATE, name);
            if (bytes > usableSpace) throw new IOException("No space left on device");
        } catch (IOException e) {
            changeNames().put(name, new Inode(name, bytes / 2));
            throw e;
        }
        Inode inode = new Inode(name, bytes);
        changeNames().put(name, inode);
        return new Handle(inode, true);
    }

    @Override
    public TapeFile open(String name) throws IOException {
        pass(Operation.OPEN, name);
        return new Handle(inode(name), true);
    }

    @Override
    public TapeFile openToRead(String name) throws IOException {
        pass(Operation.OPEN, name);
        return new Handle(inode(name), false);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        pass(Operation.RENAME, from);
        Inode inode = inode(from);
        Map<String, Inode> changed = changeNames();
        changed.remove(from);
        changed.put(to, inode);
        inode.name = to;
    }

    @Override
    public void delete(String name) throws IOException {
        pass(Operation.DELETE, name);
        if (names.containsKey(name)) changeNames().remove(name);
    }

    @Override
    public void syncDirectory() throws IOException {
        pass(Operation.SYNC_DIRECTORY, "");
        syncedNames = names;
        unsyncedNames.clear();
    }

    @Override
    public long usableSpace() {
        return usableSpace;
    }

    /** The content of a file as it is now, forced or not, up to the last byte that is not zero. */
    public byte[] content(String name) throws IOException {
        return trimmed(inode(name).now);
    }

    /** Puts a file there with this content and nothing unforced, as if it had always been. */
    public void put(String name, byte[] content) {
        Inode inode = new Inode(name, content.length);
        inode.now = content.clone();
        inode.forced = content.clone();
        names.put(name, inode);
        syncedNames = names;
    }

    /** Turns one bit of a file over, forced at once: what a failing cell does. */
    public void flip(String name, int bit) throws IOException {
        inode(name).flip(bit);
    }

    /** The disk as a power cut at this moment could leave it. This disk stays as it is. */
    public MemoryDisk crashImage(CrashModel model, RandomGenerator chance) {
        MemoryDisk image = new MemoryDisk();
        Map<Inode, Inode> copies = new HashMap<>();
        namesAfterCrash(model, chance)
                .forEach((name, inode) ->
                        image.names.put(name, copies.computeIfAbsent(inode, i -> i.afterCrash(model, chance))));
        image.syncedNames = image.names;
        return image;
    }

    private Map<String, Inode> namesAfterCrash(CrashModel model, RandomGenerator chance) {
        if (model == CrashModel.NONE || unsyncedNames.isEmpty()) return syncedNames;
        // A file system keeps changes of names in their order.
        int kept = chance.nextInt(unsyncedNames.size() + 1);
        if (kept == 0) return syncedNames;
        return kept == unsyncedNames.size() ? names : unsyncedNames.get(kept);
    }

    private Map<String, Inode> changeNames() {
        unsyncedNames.add(names);
        names = new HashMap<>(names);
        return names;
    }

    private Inode inode(String name) throws NoSuchFileException {
        Inode inode = names.get(name);
        if (inode == null) throw new NoSuchFileException(name);
        return inode;
    }

    private void pass(Operation operation, String name) throws IOException {
        operations++;
        gate.before(operation, name);
    }

    private static byte[] trimmed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) end--;
        return Arrays.copyOf(bytes, end);
    }

    private static final class Write {
        private final int offset;
        private final byte[] bytes;

        Write(int offset, byte[] bytes) {
            this.offset = offset;
            this.bytes = bytes;
        }
    }

    /** A file without its name. The arrays are as long as what was ever written, and shared between images until then. */
    private static final class Inode {
        private final int size;

        /** The newest name, for the gate: a file that is open keeps up with its renames. */
        private String name;

        private byte[] now = {};
        private byte[] forced = {};
        private boolean shared;
        private final List<Write> unforced = new ArrayList<>();

        /** Writes whose force failed: they may be on the disk, and no later force brings them there. */
        private final List<Write> dropped = new ArrayList<>();

        Inode(String name, int size) {
            this.name = name;
            this.size = size;
        }

        void write(int offset, byte[] bytes) {
            if (offset < 0 || offset + bytes.length > size) {
                throw new IllegalStateException("a write outside of its preallocated file: " + offset);
            }
            stopSharing();
            now = put(now, offset, bytes);
            unforced.add(new Write(offset, bytes));
        }

        void force() {
            stopSharing();
            for (Write write : unforced) forced = put(forced, write.offset, write.bytes);
            unforced.clear();
        }

        void failForce() {
            dropped.addAll(unforced);
            unforced.clear();
        }

        void flip(int bit) {
            byte[] flipped = {(byte) ((bit / 8 < now.length ? now[bit / 8] : 0) ^ (1 << (bit % 8)))};
            stopSharing();
            now = put(now, bit / 8, flipped);
            forced = put(forced, bit / 8, flipped);
        }

        private void stopSharing() {
            if (!shared) return;
            shared = false;
            now = now.clone();
            forced = forced.clone();
        }

        private byte[] put(byte[] into, int offset, byte[] bytes) {
            byte[] target = into;
            int end = offset + bytes.length;
            if (end > target.length) target = Arrays.copyOf(target, Math.min(size, Math.max(end, end * 2)));
            System.arraycopy(bytes, 0, target, offset, bytes.length);
            return target;
        }

        Inode afterCrash(CrashModel model, RandomGenerator chance) {
            Inode image = new Inode(name, size);
            image.forced = forcedAfterCrash(model, chance);
            image.now = image.forced;
            image.shared = true;
            shared = true;
            return image;
        }

        private byte[] forcedAfterCrash(CrashModel model, RandomGenerator chance) {
            List<Write> open = new ArrayList<>(dropped);
            open.addAll(unforced);
            if (open.isEmpty() || model == CrashModel.NONE) return forced;
            return switch (model) {
                case NONE -> forced;
                case PREFIX -> withPrefix(open, chance);
                case SUBSET -> withSubset(open, chance);
                case PAGES -> withBlocks(4096, chance);
                case SECTORS -> withBlocks(512, chance);
            };
        }

        private byte[] withPrefix(List<Write> open, RandomGenerator chance) {
            byte[] image = forced.clone();
            int whole = chance.nextInt(open.size() + 1);
            for (Write write : open.subList(0, whole)) image = put(image, write.offset, write.bytes);
            if (whole == open.size()) return image;
            Write cut = open.get(whole);
            return put(image, cut.offset, Arrays.copyOf(cut.bytes, chance.nextInt(cut.bytes.length + 1)));
        }

        private byte[] withSubset(List<Write> open, RandomGenerator chance) {
            byte[] image = forced.clone();
            for (Write write : open) {
                if (chance.nextBoolean()) image = put(image, write.offset, write.bytes);
            }
            return image;
        }

        private byte[] withBlocks(int block, RandomGenerator chance) {
            byte[] image = Arrays.copyOf(forced, Math.max(forced.length, now.length));
            for (int from = 0; from < now.length; from += block) {
                int bytes = Math.min(block, now.length - from);
                if (chance.nextBoolean()) System.arraycopy(now, from, image, from, bytes);
            }
            return image;
        }
    }

    private final class Handle implements TapeFile {
        private final Inode inode;
        private final boolean writable;
        private boolean closed;

        Handle(Inode inode, boolean writable) {
            this.writable = writable;
            this.inode = inode;
        }

        @Override
        public int size() {
            return inode.size;
        }

        @Override
        public void write(int offset, ByteBuffer bytes) throws IOException {
            if (!writable) throw new IllegalStateException("a write to a file that was opened to read: " + inode.name);
            pass(Operation.WRITE);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            inode.write(offset, copy);
        }

        @Override
        public void force() throws IOException {
            try {
                pass(Operation.FORCE);
            } catch (IOException e) {
                inode.failForce();
                throw e;
            }
            inode.force();
        }

        @Override
        public byte[] readHead(int bytes) throws IOException {
            pass(Operation.READ);
            return Arrays.copyOf(inode.now, Math.min(bytes, inode.size));
        }

        @Override
        public byte[] readUsed() throws IOException {
            pass(Operation.READ);
            return trimmed(inode.now);
        }

        @Override
        public void close() {
            closed = true;
        }

        private void pass(Operation operation) throws IOException {
            if (closed) throw new IllegalStateException("a use of a closed file: " + inode.name);
            MemoryDisk.this.pass(operation, inode.name);
        }
    }
}
