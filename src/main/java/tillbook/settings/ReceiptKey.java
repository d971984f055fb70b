package tillbook.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The key that e-receipts are signed with, made once and kept in the data folder, readable by its owner alone. Who loses it
 * can check no e-receipt of before; nobody else can make one. Stateless.
 */
public final class ReceiptKey {
    /** As long as the digest it is used with. */
    public static final int BYTES = 32;

    private static final String FILE = "receipt.key";

    private ReceiptKey() {}

    /**
     * The key of this folder; made if there is none yet.
     *
     * @throws IOException if it can be neither read nor kept, or is no key
     */
    public static byte[] of(DataFolder folder, SecureRandom random) throws IOException {
        Path file = folder.path().resolve(FILE);
        if (!Files.exists(file)) {
            byte[] fresh = new byte[BYTES];
            random.nextBytes(fresh);
            SafeFile.replace(file, fresh, false);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES)
            throw new IOException(file + " is no key of " + BYTES + " bytes: put the right one back");
        return key;
    }
}
