package tillbook.desktop.trouble;

import java.io.IOException;
import tillbook.desktop.rig.PracticeLine;

/** A fault of the line; another one takes its place. */
record LinePart(PracticeLine line, PracticeLine.Fault fault) implements Part {
    @Override
    public boolean isOn() {
        return line.fault() == fault;
    }

    @Override
    public void begin() throws IOException {
        if (!isOn()) line.set(fault);
    }

    @Override
    public void end() throws IOException {
        if (isOn()) line.set(null);
    }
}
