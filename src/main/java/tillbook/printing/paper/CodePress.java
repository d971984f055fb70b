package tillbook.printing.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The printer's own barcodes and QR codes, by the settings that commands made. Owned by one thread. */
final class CodePress {
    private static final int HEIGHT_DEFAULT = 162;
    private static final int BAR_DOTS_DEFAULT = 3;
    private static final int MODULE_DOTS_DEFAULT = 3;
    private static final ErrorCorrectionLevel[] LEVELS = {
        ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H
    };

    private final int dots;
    private int barHeight = HEIGHT_DEFAULT;
    private int barDots = BAR_DOTS_DEFAULT;
    private int moduleDots = MODULE_DOTS_DEFAULT;
    private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
    private byte[] stored = {};

    CodePress(int dots) {
        this.dots = dots;
    }

    void reset() {
        barHeight = HEIGHT_DEFAULT;
        barDots = BAR_DOTS_DEFAULT;
        moduleDots = MODULE_DOTS_DEFAULT;
        level = ErrorCorrectionLevel.L;
        stored = new byte[0];
    }

    void barHeight(int heightDots) {
        barHeight = heightDots;
    }

    void barDots(int widthDots) {
        barDots = widthDots;
    }

    void moduleDots(int sideDots) {
        moduleDots = sideDots;
    }

    /** 0 to 3 for L, M, Q, H. */
    void level(int wanted) {
        level = LEVELS[Math.clamp(wanted, 0, LEVELS.length - 1)];
    }

    void store(byte[] data) {
        stored = data;
    }

    /** Null where the data is wrong or the code is wider than the paper: a printer prints nothing then. */
    @Nullable
    Bitmap code128(byte[] data) {
        int[] widths = Code128Bars.of(data);
        if (widths == null) return null;
        int width = Arrays.stream(widths).sum() * barDots;
        if (width > dots) return null;
        Bitmap.Pen pen = new Bitmap.Pen(width, barHeight);
        int left = 0;
        for (int i = 0; i < widths.length; i++) {
            if (i % 2 == 0) pen.fill(left, 0, widths[i] * barDots, barHeight);
            left += widths[i] * barDots;
        }
        return pen.bitmap();
    }

    /** Null where nothing is stored or the code is wider than the paper. */
    @Nullable
    Bitmap qr() {
        if (stored.length == 0) return null;
        try {
            // Latin-1 leaves each byte as it is: the printer knows bytes, not characters.
            ByteMatrix matrix =
                    Encoder.encode(new String(stored, ISO_8859_1), level).getMatrix();
            int side = matrix.getWidth() * moduleDots;
            return side > dots ? null : drawn(matrix, side);
        } catch (WriterException e) {
            return null;
        }
    }

    private Bitmap drawn(ByteMatrix matrix, int side) {
        Bitmap.Pen pen = new Bitmap.Pen(side, side);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) pen.fill(x * moduleDots, y * moduleDots, moduleDots, moduleDots);
            }
        }
        return pen.bitmap();
    }
}
