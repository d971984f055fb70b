package tillbook.printing.practice;

/** A way for the practice printer to misbehave, from now on or after a while, until it is mended. Immutable. */
public sealed interface PrinterTrouble {
    /** The roll ends after so many more bytes were worked off; 0 for now. */
    record PaperOut(long afterBytes) implements PrinterTrouble {}

    /** The roll ends after so much more paper, 8 dots a millimetre. */
    record RollEnds(long afterDots) implements PrinterTrouble {}

    /** The roll is nearly used up. It prints all the same. */
    record PaperLow() implements PrinterTrouble {}

    /** Somebody opens the cover after so many more bytes were worked off. */
    record CoverOpen(long afterBytes) implements PrinterTrouble {}

    /** The cutter gets stuck after so many more bytes were worked off; at 0 before the next one. */
    record CutterJam(long afterBytes) implements PrinterTrouble {}

    /** The head is too hot after so many more bytes were worked off. It recovers by itself, {@link PracticePrinter#mend}. */
    record Overheat(long afterBytes) implements PrinterTrouble {}

    /** The cable is cut after so many more bytes came in. What came in is printed. */
    record LinkCut(long afterBytes) implements PrinterTrouble {}

    /** The cable is cut when so many more bytes were worked off: in the midst of a sheet, however often it was asked before. */
    record LinkCutAtWork(long afterBytes) implements PrinterTrouble {}

    /** The plug is pulled after so many more bytes came in. What was not printed yet is lost. */
    record PowerCut(long afterBytes) implements PrinterTrouble {}

    /** Works off only so many bytes a second. */
    record Slow(int bytesPerSecond) implements PrinterTrouble {}

    /** Prints and answers nothing. */
    record Silent() implements PrinterTrouble {}

    /** Every answer comes so much later. */
    record LateAnswers(long ms) implements PrinterTrouble {}

    /** Takes bytes until its buffer is full, and does nothing. */
    record Frozen() implements PrinterTrouble {}
}
