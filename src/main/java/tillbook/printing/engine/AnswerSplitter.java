package tillbook.printing.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells apart what comes over the one line on which a printer says everything, by fixed bits. Source: Epson's command
 * reference. Owned by one thread.
 */
final class AnswerSplitter {
    private static final int BLOCK_BYTES_MAX = 128;
    private static final int AUTOMATIC_BYTES = 4;

    private final StringBuilder block = new StringBuilder();
    private final List<Integer> automatic = new ArrayList<>(AUTOMATIC_BYTES);
    private int blockKind;

    /** Forgets what is begun, as on a new connection. */
    void reset() {
        block.setLength(0);
        automatic.clear();
        blockKind = 0;
    }

    /** Gives what this byte completes, if it does, to {@code out}. */
    void take(int value, Consumer<Heard> out) {
        if (blockKind != 0) inBlock(value, out);
        else if (!automatic.isEmpty()) inAutomatic(value, out);
        else if (value == 0x37 || value == 0x3B || value == 0x3D || value == 0x5F) blockKind = value;
        else if ((value & 0x93) == 0x10) automatic.add(value);
        else if ((value & 0x93) == 0x12) out.accept(new Heard.RealTime(value));
        else if ((value & 0x90) == 0) out.accept(new Heard.Sensor(value));
        else out.accept(new Heard.Noise(value));
    }

    private void inBlock(int value, Consumer<Heard> out) {
        if (value != 0 && block.length() < BLOCK_BYTES_MAX) {
            block.append((char) value);
            return;
        }
        out.accept(new Heard.Block(blockKind, block.toString()));
        block.setLength(0);
        blockKind = 0;
    }

    private void inAutomatic(int value, Consumer<Heard> out) {
        automatic.add(value);
        if (automatic.size() < AUTOMATIC_BYTES) return;
        out.accept(new Heard.Automatic(List.copyOf(automatic)));
        automatic.clear();
    }
}
