package tillbook.desktop.till;

import java.security.SecureRandom;
import java.util.List;

/** The characters that nobody can foresee. Safe from any thread, as its source is. */
final class Chance {
    private static final String SUFFIX = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String EPOCH = SUFFIX.substring(0, 36);
    private static final int SUFFIX_CHARS = 6;
    private static final int EPOCH_CHARS = 2;
    private static final int EPOCHS = EPOCH.length() * EPOCH.length();

    private final SecureRandom random;

    Chance(SecureRandom random) {
        this.random = random;
    }

    /** The end of an order number: six of {@code [0-9A-Za-z]}. */
    String orderSuffix() {
        return characters(SUFFIX, SUFFIX_CHARS);
    }

    /**
     * Two characters that were never an epoch of this register.
     *
     * @throws IllegalStateException if all 1,296 are used up: the data was copied or moved as often
     */
    String newEpoch(List<String> used) {
        if (used.size() >= EPOCHS) {
            throw new IllegalStateException(
                    "the data was moved too often for new numbers: begin with a new data folder");
        }
        String fresh = characters(EPOCH, EPOCH_CHARS);
        while (used.contains(fresh)) fresh = characters(EPOCH, EPOCH_CHARS);
        return fresh;
    }

    private String characters(String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        return text.toString();
    }
}
