package tillbook.desktop.practice;

import java.util.Locale;
import tillbook.printing.practice.PrinterTrouble;

/** A trouble of the printer's to practise on, until it is switched off. Immutable. */
enum PaperDrill {
    PAPER_OUT(new PrinterTrouble.PaperOut(0)),
    PAPER_LOW(new PrinterTrouble.PaperLow()),
    COVER(new PrinterTrouble.CoverOpen(0)),
    JAM(new PrinterTrouble.CutterJam(0)),
    HOT(new PrinterTrouble.Overheat(0)),
    /** Amid the head of a receipt. */
    CUT(new PrinterTrouble.LinkCutAtWork(250)),
    /** A receipt takes some seconds. */
    SLOW(new PrinterTrouble.Slow(150)),
    SILENT(new PrinterTrouble.Silent());

    @SuppressWarnings("ImmutableEnumChecker")
    private final PrinterTrouble trouble;

    PaperDrill(PrinterTrouble trouble) {
        this.trouble = trouble;
    }

    /** What the practice printer is told. */
    PrinterTrouble trouble() {
        return trouble;
    }

    /** Names its sentences and its button. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
