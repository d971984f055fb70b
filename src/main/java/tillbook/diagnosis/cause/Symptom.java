package tillbook.diagnosis.cause;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person sees when something is wrong. It decides what comes first, never what is true. */
public enum Symptom {
    /** Paid, and no receipt came. */
    NO_RECEIPT,
    /** The customer paid, and the register shows nothing. */
    NOTHING_SHOWS,
    /** A payment stays in progress. */
    STAYS_OPEN,
    /** A scan does nothing. */
    SCAN_DEAD,
    /** The printer does not move. */
    PRINTER_DEAD,
    EVERYTHING;

    /** As it is typed: {@code no-receipt}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The symptom of this word, empty if there is none. */
    public static Optional<Symptom> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
