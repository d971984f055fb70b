package tillbook.scan;

import java.util.List;
import tillbook.payment.PaymentCode;
import tillbook.sale.HeldNumber;

/**
 * What a scanned or typed text means. Whatever may hold digits of a payment code prints as its mask. Immutable.
 */
public sealed interface ScanMeaning {
    /**
     * A good. A code with letters may also be initials typed by hand: if the catalogue has no such code, search for it.
     *
     * @param code in stored form; whether the shop has it only the catalogue knows
     */
    record Goods(String code) implements ScanMeaning {}

    /**
     * A label from the shop's scale.
     *
     * @param itemCode the code of the weighed good
     */
    record Weighed(String itemCode, Measure measure) implements ScanMeaning {}

    /** A customer's payment code. */
    record Payment(Wallet wallet, PaymentCode code) implements ScanMeaning {}

    /**
     * One of our receipts.
     *
     * @param number in capitals
     */
    record Receipt(String number) implements ScanMeaning {}

    /** The slip of a held basket, of this register or another. */
    record Held(HeldNumber number) implements ScanMeaning {}

    /**
     * A code of goods, of a scale or of a held basket whose last character does not fit: misread.
     *
     * @param code as read
     */
    record BadCheckDigit(String code) implements ScanMeaning {
        /** The code, masked if it is as long as a payment code. */
        public String shown() {
            return Masked.text(code);
        }

        @Override
        public String toString() {
            return "BadCheckDigit[" + shown() + "]";
        }
    }

    /**
     * The form fits more than one: ask the person.
     *
     * @param meanings two or more, in the order of likelihood
     */
    record Ambiguous(List<ScanMeaning> meanings) implements ScanMeaning {
        public Ambiguous {
            meanings = List.copyOf(meanings);
        }

        @Override
        public String toString() {
            // A scale label that is also a payment code holds most of its digits.
            return "Ambiguous"
                    + meanings.stream().map(m -> m.getClass().getSimpleName()).toList();
        }
    }

    /**
     * No code of any kind: perhaps a name to search for, or a half-read payment code.
     *
     * @param text as read, without spaces around it
     */
    record NotACode(String text) implements ScanMeaning {
        /** The text, masked if it holds as many digits as a payment code. */
        public String shown() {
            return Masked.text(text);
        }

        @Override
        public String toString() {
            return "NotACode[" + shown() + "]";
        }
    }
}
