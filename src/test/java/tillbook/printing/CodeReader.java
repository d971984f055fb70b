package tillbook.printing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tillbook.printing.paper.Bitmap;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.Strip;

/** Reads the codes on a paper from their dots, as a scanner or a phone would. */
public final class CodeReader {
    private static final int MARGIN = 40;
    private static final String NO_CODE = "no code: ";

    private CodeReader() {}

    /** What every picture says, from top to bottom. */
    public static List<String> all(Paper paper) {
        List<String> read = new ArrayList<>();
        for (Strip strip : paper.strips()) {
            if (strip instanceof Strip.Picture picture) read.add(read(picture.bitmap()));
        }
        return read;
    }

    static String read(Bitmap bitmap) {
        String found = read(bitmap, DecodeHintType.TRY_HARDER);
        // Searching a photo, the reader misses a clean code now and then; a code that fills the picture it does not.
        return found.startsWith(NO_CODE) ? read(bitmap, DecodeHintType.PURE_BARCODE) : found;
    }

    private static String read(Bitmap bitmap, DecodeHintType manner) {
        try {
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(new Dots(bitmap))),
                            Map.of(
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128),
                                    manner,
                                    true,
                                    DecodeHintType.CHARACTER_SET,
                                    "UTF-8"))
                    .getText();
        } catch (NotFoundException e) {
            return NO_CODE + bitmap;
        }
    }

    /** The bitmap with white paper around it. */
    private static final class Dots extends LuminanceSource {
        private final Bitmap bitmap;

        Dots(Bitmap bitmap) {
            super(bitmap.width() + 2 * MARGIN, bitmap.height() + 2 * MARGIN);
            this.bitmap = bitmap;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] filled = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) {
                filled[x] = (byte) (bitmap.isBlack(x - MARGIN, y - MARGIN) ? 0 : 255);
            }
            return filled;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, new byte[getWidth()]), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }
}
