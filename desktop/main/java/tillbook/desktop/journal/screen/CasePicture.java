package tillbook.desktop.journal.screen;

import java.util.List;
import java.util.Optional;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.Tone;
import tillbook.sale.ReceiptNumber;

/**
 * One sale, opened, as it is drawn. Immutable as far as the actions are.
 *
 * @param receipt empty while none is open
 * @param fine when, and who
 * @param verdict where the money is, where the voucher is, and what else must be known first
 * @param moments its life, in order
 * @param facts what a person copies or reads out
 * @param choices the safe things to do now, the first one first
 */
record CasePicture(
        Optional<ReceiptNumber> receipt,
        String title,
        String fine,
        String amount,
        List<Word> verdict,
        List<Moment> moments,
        List<Fact> facts,
        List<Choice> choices) {
    static final CasePicture NONE =
            new CasePicture(Optional.empty(), "", "", "", List.of(), List.of(), List.of(), List.of());

    CasePicture {
        verdict = List.copyOf(verdict);
        moments = List.copyOf(moments);
        facts = List.copyOf(facts);
        choices = List.copyOf(choices);
    }

    /** One record of the sale's life. */
    record Moment(String time, Tone tone, String mark, String sentence) {}

    /**
     * Something known of the sale.
     *
     * @param copied a number that is copied as a whole
     */
    record Fact(String label, String value, boolean copied) {}
}
