package tillbook.printing.escpos;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tillbook.printing.document.Document;
import tillbook.printing.document.Rows;
import tillbook.printing.document.Style;
import tillbook.printing.document.Typesetter;

/**
 * A document by escpos-coffee, as its author's examples use it. It sets no rows, so it gets ours, already set. Used by one
 * thread.
 */
public final class CoffeeReceipt {
    private interface Part {
        void to(EscPos printer) throws IOException;
    }

    private final PrinterProfile profile;
    private final List<Part> parts = new ArrayList<>();

    /** Rows are set here, once; {@link #encode} makes bytes of them. */
    public CoffeeReceipt(Document document, PrinterProfile profile) {
        this.profile = profile;
        new Typesetter(profile.width().columns(), true).set(document, new Recorder());
    }

    /** All bytes, from the reset to the cut. */
    public byte[] encode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 << 10);
        EscPos printer = new EscPos(bytes);
        printer.setCharsetName("GB18030");
        printer.initializePrinter();
        printer.write(Commands.CHINESE_ON, 0, Commands.CHINESE_ON.length);
        for (Part part : parts) part.to(printer);
        printer.flush();
        return bytes.toByteArray();
    }

    private static com.github.anastaciocintra.escpos.Style styled(Style style) {
        return new com.github.anastaciocintra.escpos.Style()
                .setJustification(
                        switch (style.align()) {
                            case LEFT -> Justification.Left_Default;
                            case CENTRE -> Justification.Center;
                            case RIGHT -> Justification.Right;
                        })
                .setFontSize(times(style.size().wide()), times(style.size().high()))
                .setBold(style.bold())
                .setColorMode(
                        style.reverse()
                                ? com.github.anastaciocintra.escpos.Style.ColorMode.WhiteOnBlack
                                : com.github.anastaciocintra.escpos.Style.ColorMode.BlackOnWhite_Default);
    }

    private static com.github.anastaciocintra.escpos.Style.FontSize times(int times) {
        return times == 1
                ? com.github.anastaciocintra.escpos.Style.FontSize._1
                : com.github.anastaciocintra.escpos.Style.FontSize._2;
    }

    /** Its picture of a QR code, from the matrix that the same library makes for us. */
    private static EscPosImage picture(String data, int moduleDots) {
        try {
            BitMatrix matrix =
                    new QRCodeWriter().encode(data, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
            int side = matrix.getWidth() * moduleDots;
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    image.setRGB(x, y, matrix.get(x / moduleDots, y / moduleDots) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            return new EscPosImage(new CoffeeImageImpl(image), new BitonalThreshold());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + data, e);
        }
    }

    private final class Recorder implements Rows {
        @Override
        public void text(CharSequence row, int cells, Style style) {
            String text = row.toString();
            var look = styled(style);
            parts.add(printer -> printer.writeLF(look, text));
        }

        @Override
        public void rule() {
            text("-".repeat(profile.width().columns()), 0, Style.PLAIN);
        }

        @Override
        public void space() {
            parts.add(printer -> printer.feed(1));
        }

        @Override
        public void barcode(String data) {
            String coded = new String(Code128Data.of(data), StandardCharsets.ISO_8859_1);
            BarCode code = new BarCode()
                    .setSystem(BarCode.BarCodeSystem.CODE128)
                    .setBarCodeSize(Code128Data.moduleDots(data, profile.dots()), 72)
                    .setHRIPosition(BarCode.BarCodeHRIPosition.NotPrinted_Default)
                    .setJustification(Justification.Center);
            parts.add(printer -> printer.write(code, coded));
        }

        @Override
        public void qr(String data) {
            int moduleDots = QrSize.moduleDots(QrSize.modules(data.length()), profile.dots());
            if (profile.qr() == CodeCommand.RASTER) {
                RasterBitImageWrapper raster = new RasterBitImageWrapper();
                raster.setJustification(Justification.Center);
                parts.add(printer -> printer.write(raster, picture(data, moduleDots)));
                return;
            }
            QRCode code = new QRCode()
                    .setSize(moduleDots)
                    .setErrorCorrectionLevel(QRCode.QRErrorCorrectionLevel.QR_ECLEVEL_M_Default)
                    .setJustification(Justification.Center);
            parts.add(printer -> printer.write(code, data));
        }

        @Override
        public void logo() {}

        @Override
        public void cut() {
            parts.add(printer -> printer.cut(EscPos.CutMode.PART));
        }
    }
}
