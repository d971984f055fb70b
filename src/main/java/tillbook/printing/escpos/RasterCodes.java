package tillbook.printing.escpos;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * Codes as dots, for printers that do not draw them. Sent in bands, so that the printer can be asked how it is between
 * two of them. Owned by one thread.
 */
final class RasterCodes {
    private static final int BARCODE_ROWS = 72;
    /** Half a kilobyte to one: what is sent between two questions. */
    private static final int BAND_BYTES = 1_024;

    private static final int BAND_ROWS_MAX = 240;
    /**
     * Always the same mask: every reader takes any of the eight, and weighing them takes fifteen times as long as all the
     * rest of the code. This one repeats along no row and no column.
     */
    private static final Integer MASK = 3;

    private static final Map<EncodeHintType, ?> ASCII = Map.of(EncodeHintType.QR_MASK_PATTERN, MASK);
    private static final Map<EncodeHintType, ?> UTF_8 =
            Map.of(EncodeHintType.QR_MASK_PATTERN, MASK, EncodeHintType.CHARACTER_SET, "UTF-8");

    private final ByteSink out;
    private final Runnable bandEnds;

    /** Appends to {@code out}; {@code bandEnds} is told after each band. */
    RasterCodes(ByteSink out, Runnable bandEnds) {
        this.out = out;
        this.bandEnds = bandEnds;
    }

    void qr(String data, int dots) {
        ByteMatrix modules = matrix(data);
        int side = modules.getWidth();
        int moduleDots = QrSize.moduleDots(side, dots);
        int rowBytes = (side * moduleDots + 7) / 8;
        int bandModules = Math.max(1, Math.min(BAND_BYTES / rowBytes, BAND_ROWS_MAX) / moduleDots);
        byte[][] rows = modules.getArray();
        for (int first = 0; first < side; first += bandModules) {
            int end = Math.min(side, first + bandModules);
            header(rowBytes, (end - first) * moduleDots);
            for (int y = first; y < end; y++) row(rows[y], moduleDots, rowBytes, moduleDots);
            bandEnds.run();
        }
    }

    void barcode(String data, int dots) {
        boolean[] modules = new Code128Writer().encode(data);
        int moduleDots = Math.max(1, Code128Data.moduleDots(data, dots));
        byte[] row = new byte[modules.length];
        for (int i = 0; i < row.length; i++) row[i] = (byte) (modules[i] ? 1 : 0);
        int rowBytes = (row.length * moduleDots + 7) / 8;
        int bandRows = Math.max(1, Math.min(BAND_BYTES / rowBytes, BAND_ROWS_MAX));
        for (int first = 0; first < BARCODE_ROWS; first += bandRows) {
            int rows = Math.min(bandRows, BARCODE_ROWS - first);
            header(rowBytes, rows);
            row(row, moduleDots, rowBytes, rows);
            bandEnds.run();
        }
    }

    private static ByteMatrix matrix(String data) {
        try {
            boolean ascii = US_ASCII.newEncoder().canEncode(data);
            return Encoder.encode(data, QrSize.LEVEL, ascii ? ASCII : UTF_8).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text of " + data.length() + " characters", e);
        }
    }

    private void header(int rowBytes, int rows) {
        out.add(Commands.RASTER);
        out.add(rowBytes & 0xFF);
        out.add(rowBytes >> 8);
        out.add(rows & 0xFF);
        out.add(rows >> 8);
    }

    /** One row of modules as so many equal rows of dots. */
    private void row(byte[] modules, int moduleDots, int rowBytes, int times) {
        int at = out.zeros(rowBytes);
        for (int x = 0; x < modules.length; x++) {
            if (modules[x] != 0) blacken(at, x * moduleDots, moduleDots);
        }
        disarm(at, rowBytes);
        for (int i = 1; i < times; i++) out.copyWithin(at, rowBytes);
    }

    private void blacken(int at, int from, int count) {
        for (int dot = from; dot < from + count; dot++) out.or(at + (dot >> 3), 0x80 >> (dot & 7));
    }

    /** One dot more where the dots would be obeyed as a command: nobody sees it, and no scanner minds. */
    private void disarm(int at, int rowBytes) {
        for (int i = at; i + 1 < at + rowBytes; i++) {
            if (RealTime.begins(out.at(i), out.at(i + 1))) out.or(i, 0x08);
        }
    }
}
