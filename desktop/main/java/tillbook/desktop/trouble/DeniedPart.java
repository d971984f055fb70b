package tillbook.desktop.trouble;

import tillbook.desktop.rig.PracticeWay;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PrinterTrouble;

/** The way to the printer is refused to this user. */
record DeniedPart(PracticeWay way, PracticePrinter printer) implements Part {
    private static final PrinterTrouble CUT = new PrinterTrouble.LinkCut(0);

    @Override
    public boolean isOn() {
        return way.isDenied();
    }

    /** A link that stands would go on for ever, so it is cut; the next one is refused. */
    @Override
    public void begin() {
        way.denied(true);
        printer.trouble(CUT);
        printer.end(CUT);
    }

    @Override
    public void end() {
        way.denied(false);
    }
}
