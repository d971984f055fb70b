package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tillbook.hardware.mock.MockBus;
import tillbook.hardware.mock.MockPosScanner;
import tillbook.hardware.mock.MockPrinter;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;
import tillbook.printing.paper.PaperLines;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PrinterTrouble;

/** A shop's register with a printer and a scanner on USB, from the command line on. */
@EnabledIfEnvironmentVariable(
        named = "TILLBOOK_MOCK_BUS",
        matches = "\\d+",
        disabledReason = "TillOverUsbTest runs it on the mock bus")
class TillOverUsbScenario {
    private static final PrinterProfile PROFILE =
            PrinterProfiles.shipped().find("epson-cn-80").orElseThrow();
    private static final String EGGS = "2000000000015";
    private static final String PRINTER = "usb:04b8:0e15:P1";
    private static final String SCANNER = "usb:0c2e:0b07:S1";

    @TempDir
    private Path home;

    private final PracticePrinter paper = new PracticePrinter(
            PROFILE.dots(), PROFILE.encoding().charset(), ConfirmationTier.PROCESS_ID, null, Clock.systemUTC());
    private final MockPosScanner scanner = new MockPosScanner("S1");
    private MockBus bus;

    @BeforeEach
    void aShop() throws IOException {
        bus = new MockBus();
        bus.plug("1-1", new MockPrinter(paper, "P1"), "usblp");
        bus.plug("1-2", scanner, "usbhid");
        Path settings = home.resolve("data/practice/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(
                settings, "mode = \"practice\"\n[printer]\naddress = \"" + PRINTER + "\"\nprofile = \"epson-cn-80\"\n");
    }

    @AfterEach
    void unplugged() throws IOException {
        bus.close();
    }

    @Test
    void aScanOverUsbSellsAndTheReceiptIsKnownToHavePrinted() {
        try (Program register = start()) {
            sells(register);
            String receipt = receiptOf(register.await("is printed"));
            assertTrue(onPaper().contains(receipt), onPaper());
            assertEquals(1, times(receipt));
            assertEquals(ExitCode.DONE, register.quit());
        }
        assertEquals(List.of(), paper.complaints());
    }

    @Test
    void anUnpluggedPrinterKeepsTheReceiptOwedUntilItIsPluggedInAgain() throws IOException {
        try (Program register = start()) {
            sells(register);
            register.await("is printed");
            bus.unplug("1-1");
            sells(register);
            register.await("PRN-GONE");
            bus.plug("1-1", new MockPrinter(paper, "P1"), "usblp");
            String receipt = receiptOf(register.await("is printed"));
            assertEquals(1, times(receipt));
            assertEquals(ExitCode.DONE, register.quit(), "no voucher is owed");
        }
    }

    @Test
    void paperThatEndsInTheMidstOfAReceiptIsADoubtUntilTheRestIsPrinted() {
        try (Program register = start()) {
            paper.trouble(new PrinterTrouble.RollEnds(120));
            sells(register);
            register.await("PRN-PAPER-OUT");
            paper.mend();
            String receipt = receiptOf(register.await("is printed"));
            assertEquals(1, times(receipt), "no second original");
            assertEquals(ExitCode.DONE, register.quit());
        }
    }

    @Test
    void aScannerThatIsUnpluggedGoesOnWhereItIsPluggedInAgain() throws IOException {
        try (Program register = start()) {
            sells(register);
            register.await("is printed");
            bus.unplug("1-2");
            MockPosScanner again = new MockPosScanner("S1");
            bus.plug("1-3", again, "usbhid");
            awaitTaken("1-3");
            again.scan("]E0", EGGS);
            register.await("Total ");
            register.type("drop");
            assertEquals(ExitCode.DONE, register.quit());
        }
    }

    @Test
    void aRegisterThatRunsSaysWhichDevicesAreItsOwnAndPrintsATestPage() {
        try (Program register = start()) {
            sells(register);
            register.await("is printed");
            String devices = Program.run(home, ExitCode.DONE, "devices", "--practice", "--json");
            assertTrue(devices.contains(SCANNER) && devices.contains("CLAIMED"), devices);
            assertTrue(devices.contains(PRINTER), devices);
            register.type("testpage");
            register.await("Test page: ");
            assertTrue(onPaper().contains(PRINTER), onPaper());
            assertEquals(ExitCode.DONE, register.quit());
        }
    }

    private Program start() {
        Program register = Program.start(home, Map.of(), "--practice", "--lang", "en");
        register.await("Tillbook is ready");
        awaitTaken("1-2");
        return register;
    }

    /** Until the kernel's driver has given the scanner to the register. */
    private void awaitTaken(String socket) {
        Program.awaits(socket + " to be taken", () -> "usbfs".equals(bus.driver(socket)));
    }

    private void sells(Program register) {
        scanner.scan("]E0", EGGS);
        register.await("Total ");
        register.type("cash 20");
        register.await("PAID");
    }

    private static String receiptOf(String line) {
        return line.replaceAll(".*(T001\\w{10,}).*", "$1");
    }

    private String onPaper() {
        return String.join("\n", PaperLines.of(paper.paper()));
    }

    private int times(String receipt) {
        String all = onPaper();
        return (all.length() - all.replace(receipt, "").length()) / receipt.length();
    }
}
