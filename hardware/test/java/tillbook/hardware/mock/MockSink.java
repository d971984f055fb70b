package tillbook.hardware.mock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A printer that takes everything at once and prints nothing, to measure the way to it. */
public final class MockSink extends MockDevice {
    private static final String FACES = "0904 00 00 02 07 01 02 00  0705 01 02 4000 00  0705 82 02 4000 00";

    public MockSink(String serial) {
        super("04b8:0e15", 1, FACES, List.of("EPSON", "SINK", serial));
    }

    @Override
    byte @Nullable [] classRequest(int type, int request, int value, int index, int length) {
        return null;
    }
}
