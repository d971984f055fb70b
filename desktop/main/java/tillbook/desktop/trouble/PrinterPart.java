package tillbook.desktop.trouble;

import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PrinterTrouble;

/** A trouble of the practice printer's, which knows itself whether it has it. */
record PrinterPart(PracticePrinter printer, PrinterTrouble trouble) implements Part {
    @Override
    public boolean isOn() {
        return printer.has(trouble);
    }

    @Override
    public void begin() {
        if (!isOn()) printer.trouble(trouble);
    }

    @Override
    public void end() {
        if (isOn()) printer.end(trouble);
    }
}
