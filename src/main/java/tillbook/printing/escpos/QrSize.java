package tillbook.printing.escpos;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;

/** How large a QR code becomes. Pure. */
final class QrSize {
    static final ErrorCorrectionLevel LEVEL = ErrorCorrectionLevel.M;

    /** About 30 mm: any phone reads it at arm's length, and it wastes no paper. */
    private static final int DOTS_WANTED = 240;

    private static final int MODULE_DOTS_MIN = 3;
    private static final int MODULE_DOTS_MAX = 8;
    private static final int QUIET_MODULES = 8;
    private static final int VERSIONS = 40;
    private static final int[] BYTES_OF_VERSION = bytesOfVersions();

    private QrSize() {}

    /** How many dots a module gets in a code of so many modules, on a row of {@code dots}. */
    static int moduleDots(int modules, int dots) {
        int wanted = Math.clamp(DOTS_WANTED / modules, MODULE_DOTS_MIN, MODULE_DOTS_MAX);
        return Math.max(1, Math.min(wanted, dots / (modules + QUIET_MODULES)));
    }

    /** How many modules a side of the code has that a printer makes of so many bytes. */
    static int modules(int bytes) {
        int version = 1;
        while (version < VERSIONS && BYTES_OF_VERSION[version] < bytes) version++;
        return 17 + 4 * version;
    }

    private static int[] bytesOfVersions() {
        int[] bytes = new int[VERSIONS + 1];
        for (int v = 1; v <= VERSIONS; v++) {
            Version version = Version.getVersionForNumber(v);
            int words = version.getTotalCodewords()
                    - version.getECBlocksForLevel(LEVEL).getTotalECCodewords();
            // Mode and count take 12 bits, from version 10 on 20.
            bytes[v] = words - (v < 10 ? 2 : 3);
        }
        return bytes;
    }
}
