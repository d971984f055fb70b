package tillbook.desktop.diagnosis;

import java.util.concurrent.TimeUnit;
import tillbook.desktop.printing.PrinterSetup;
import tillbook.device.DeviceHost;
import tillbook.diagnosis.check.Probes.PrinterProbe;
import tillbook.printing.engine.Patience;
import tillbook.printing.engine.Printer;
import tillbook.printing.engine.PrinterLook;
import tillbook.printing.port.PrinterPort;
import tillbook.settings.Settings;

/** The printer that settings name, while no register works with it. Immutable; each look opens and closes it. */
record PrinterOfTheSettings(Settings settings) implements PrinterProbe {
    private static final String PRACTICE = "practice";
    private static final int NO_PORT = 1;

    @Override
    public String place() {
        return settings.printer().address();
    }

    @Override
    public boolean automatic() {
        return true;
    }

    /** The practice printer lives in the register alone: of it nothing can be told from here. */
    @Override
    public PrinterLook look() {
        if (place().equals(PRACTICE)) return new PrinterLook.Silent();
        if (!place().startsWith("usb:"))
            return look(PrinterSetup.of(settings, NO_PORT, PrinterSetup.NoDevice::new)
                    .port());
        try (DeviceHost host = DeviceHost.ofThisMachine()) {
            host.look();
            return look(host.printer(place()));
        }
    }

    private static PrinterLook look(PrinterPort port) {
        try (Printer printer =
                new Printer(port, null, Patience.USUAL, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), 1)) {
            return printer.look();
        }
    }
}
