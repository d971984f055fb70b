package tillbook.diagnosis;

import static tillbook.diagnosis.cause.Symptom.NO_RECEIPT;
import static tillbook.diagnosis.cause.Symptom.PRINTER_DEAD;
import static tillbook.diagnosis.cause.Symptom.SCAN_DEAD;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import tillbook.diagnosis.cause.Symptom;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.engine.Patience;
import tillbook.printing.engine.Printer;
import tillbook.printing.port.DevicePort;
import tillbook.printing.practice.PrinterTrouble;

/** Faults of printer and scanner. */
final class FaultsOfDevices {
    private FaultsOfDevices() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "PRN-GONE",
                        PRINTER_DEAD,
                        "nobody listens at the printer's port",
                        bench -> bench.printer(Bench.farNobody().getPort()),
                        bench -> bench.printer(bench.socket.port())),
                ofPrinter("PRN-GONE", "the printer's plug is pulled", new PrinterTrouble.PowerCut(0)),
                ofPrinter("PRN-PAPER-OUT", "the roll of the printer ends", new PrinterTrouble.PaperOut(0)),
                ofPrinter(
                        "PRN-PAPER-LOW",
                        "the printer's sensor sees the end of the roll",
                        new PrinterTrouble.PaperLow()),
                ofPrinter("PRN-COVER", "somebody opens the printer's cover", new PrinterTrouble.CoverOpen(0)),
                ofPrinter("PRN-JAM", "the printer's cutter is stuck", new PrinterTrouble.CutterJam(0)),
                ofPrinter("PRN-HEAD", "the printer's head is too hot", new PrinterTrouble.Overheat(0)),
                new Fault(
                        "PRN-MUTE",
                        PRINTER_DEAD,
                        "the printer takes bytes and answers nothing",
                        bench -> {
                            bench.paper.trouble(new PrinterTrouble.Silent());
                            bench.printer(bench.socket.port(), Patience.USUAL);
                        },
                        bench -> {
                            bench.paper.mend();
                            bench.printer(bench.socket.port());
                        }),
                new Fault(
                        "PRN-DENIED",
                        PRINTER_DEAD,
                        "a device file that this user may not write (root: on a file system mounted read-only)",
                        FaultsOfDevices::denied,
                        bench -> bench.printer(bench.socket.port())),
                new Fault(
                        "SCN-GONE",
                        SCAN_DEAD,
                        "the port says that no scanner is attached",
                        bench -> bench.probes.scanner = new TestProbes.TestScanner(false, 0, 0, null),
                        FaultsOfDevices::goodScanner),
                new Fault(
                        "SCN-BAD",
                        SCAN_DEAD,
                        "8 of the last 20 scans were refused",
                        bench -> bench.probes.scanner = new TestProbes.TestScanner(true, 20, 8, null),
                        FaultsOfDevices::goodScanner),
                new Fault(
                        "SET-PRINT-OFF",
                        NO_RECEIPT,
                        "no printer is set",
                        bench -> bench.probes.printer = null,
                        bench -> bench.printer(bench.socket.port())),
                new Fault(
                        "SET-PRINT-OFF",
                        NO_RECEIPT,
                        "automatic printing is switched off",
                        bench -> attached(bench, false, Optional.empty()),
                        bench -> attached(bench, true, Optional.empty())),
                new Fault(
                        "SET-DEVICE",
                        PRINTER_DEAD,
                        "the port says that another printer is attached",
                        bench -> attached(bench, true, Optional.of("TM-T20")),
                        bench -> attached(bench, true, Optional.empty())),
                new Fault(
                        "SET-DEVICE",
                        SCAN_DEAD,
                        "the port says that another scanner is attached",
                        bench -> bench.probes.scanner = new TestProbes.TestScanner(true, 20, 0, "Voyager"),
                        FaultsOfDevices::goodScanner));
    }

    private static Fault ofPrinter(String code, String how, PrinterTrouble trouble) {
        Symptom symptom = code.equals("PRN-PAPER-LOW") ? Symptom.EVERYTHING : PRINTER_DEAD;
        return new Fault(code, symptom, how, bench -> bench.paper.trouble(trouble), bench -> bench.paper.mend());
    }

    private static void goodScanner(Bench bench) {
        bench.probes.scanner = new TestProbes.TestScanner(true, 20, 0, null);
    }

    private static void attached(Bench bench, boolean automatic, Optional<String> other) {
        if (!(bench.probes.printer instanceof TestProbes.RealPrinter real))
            throw new IllegalStateException("no printer");
        bench.probes.printer = new TestProbes.RealPrinter(real.printer(), real.place(), automatic, other);
    }

    private static void denied(Bench bench) throws Exception {
        Path folder = Files.createDirectory(bench.folder.resolve("dev"));
        if (Fault.isRoot()) bench.opened(new SmallDisk(folder, "1m"));
        Path device = Files.createFile(folder.resolve("lp0"));
        if (Fault.isRoot()) SmallDisk.readOnly(folder);
        else Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("r--r--r--"));
        DevicePort port = new DevicePort(device, true);
        Printer printer = bench.opened(new Printer(port, ConfirmationTier.PROCESS_ID, Patience.USUAL, () -> 0, 1));
        bench.probes.printer = new TestProbes.RealPrinter(printer, port.place(), true, Optional.empty());
    }
}
