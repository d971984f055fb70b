package tillbook.printing.engine;

import java.util.Locale;
import tillbook.printing.PrinterFault;
import tillbook.text.Texts;

/** What an outcome means, in a sentence with its remedy. Immutable, safe from any thread. */
public final class PrintWording {
    private static final int DIGITS_SHOWN = 4;

    private final Texts texts;

    public PrintWording(Locale language) {
        this.texts = Texts.of("printing", language);
    }

    /** For the cashier. */
    public String of(PrintOutcome outcome) {
        return switch (outcome) {
            case PrintOutcome.Confirmed confirmed -> texts.text("confirmed." + confirmed.by());
            case PrintOutcome.Unconfirmable _ -> texts.text("unconfirmable");
            case PrintOutcome.NotPrinted refused -> texts.text("not-printed", of(refused.fault()));
            case PrintOutcome.Perhaps perhaps -> texts.text("perhaps", of(perhaps.fault()));
        };
    }

    /** What is wrong, and what to do. */
    public String of(PrinterFault fault) {
        return texts.text("fault." + fault);
    }

    /** The one question about an unknown sheet, by the last digits of its number, as they stand on the paper. */
    public String question(String number) {
        return texts.text("ask", number.substring(Math.max(0, number.length() - DIGITS_SHOWN)));
    }
}
