package tillbook.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.usb4java.Context;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;
import tillbook.device.DeviceKind;
import tillbook.device.FoundDevice;
import tillbook.device.Reach;
import tillbook.device.Sureness;
import tillbook.hardware.mock.MockPrinter;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.Patience;
import tillbook.printing.engine.PrintJob;
import tillbook.printing.engine.PrintOutcome;
import tillbook.printing.engine.PrintWitness;
import tillbook.printing.engine.Printer;
import tillbook.printing.engine.PrinterLook;
import tillbook.printing.escpos.CodeCommand;
import tillbook.printing.escpos.Encoded;
import tillbook.printing.escpos.EscPosEncoder;
import tillbook.printing.paper.PaperPrinter;
import tillbook.printing.paper.PaperText;
import tillbook.printing.port.LinkLostException;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterLink;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PrinterTrouble;
import tillbook.receipt.ReceiptDocuments;
import tillbook.receipt.Slips;
import tillbook.receipt.Template;

/** A receipt printer on the mock bus: the real libusb below, the practice printer behind its pipes. */
@EnabledIfEnvironmentVariable(
        named = "TILLBOOK_MOCK_BUS",
        matches = "\\d+",
        disabledReason = "MockUsbTest runs it on the mock bus")
class PrinterOverUsbScenario {
    private static final String ADDRESS = "usb:04b8:0e15:J5VZ000001";
    private static final PrintWitness NOBODY = new PrintWitness() {
        @Override
        public void sending(String sha256, int bytes, ConfirmationTier tier) {}

        @Override
        public void sent() {}
    };

    private final PracticePrinter inside = MockTill.practicePrinter();
    private MockTill till;

    @BeforeEach
    void aTillWithOnePrinter() throws IOException {
        till = new MockTill();
        till.start();
        till.plugPrinter("1-1", inside, "J5VZ000001");
    }

    @AfterEach
    void unplugged() throws IOException {
        till.close();
    }

    private Printer printer() {
        return new Printer(till.host.printer(ADDRESS), null, Patience.USUAL, () -> System.nanoTime() / 1_000_000, 7);
    }

    private PrinterLink open() {
        return assertInstanceOf(
                        PortOpening.Open.class, till.host.printer(ADDRESS).open())
                .link();
    }

    private static Encoded sheet() {
        Template template = new Template(MockTill.PROFILE.width(), List.of(), List.of(), false, true, true);
        return new EscPosEncoder(MockTill.PROFILE.withCodes(CodeCommand.RASTER))
                .encode(new ReceiptDocuments(
                                template,
                                Locale.SIMPLIFIED_CHINESE,
                                ZoneId.of("Asia/Shanghai"),
                                (paid, zone) -> "https://example.org/r/6f1c9a0e44b2d7")
                        .of(Slips.paidByScan()));
    }

    private List<String> paperOf(Encoded sheet) {
        return PaperText.lines(PaperPrinter.paperOf(
                sheet.bytes(),
                MockTill.PROFILE.dots(),
                MockTill.PROFILE.encoding().charset()));
    }

    @Test
    void itIsFoundByItsClassAndNamedByItsSerialNumber() {
        FoundDevice found = till.awaitOne(ADDRESS);
        assertEquals(
                new FoundDevice(ADDRESS, DeviceKind.PRINTER, "EPSON", "TM-T20II", Sureness.KNOWN, Reach.FREE), found);
    }

    @Test
    void theSystemsDriverMakesWayAndComesBack() throws IOException {
        assertEquals("usblp", till.bus.driver("1-1"));
        PrinterLink link = open();
        assertEquals("usbfs", till.bus.driver("1-1"));
        assertEquals(Reach.CLAIMED, till.awaitOne(ADDRESS).reach());
        link.close();
        assertEquals("usblp", till.bus.driver("1-1"));
        assertEquals(Reach.FREE, till.awaitOne(ADDRESS).reach());
    }

    @Test
    void withoutDetachingTheDriverItIsBusy() {
        Context context = new Context();
        LibUsb.init(context);
        DeviceHandle handle = LibUsb.openDeviceWithVidPid(context, (short) 0x04b8, (short) 0x0e15);
        int answer = LibUsb.claimInterface(handle, 0);
        LibUsb.close(handle);
        LibUsb.exit(context);
        assertEquals(LibUsb.ERROR_BUSY, answer);
    }

    @Test
    void anotherProgramThatHoldsItIsTold() throws IOException {
        till.bus.heldByAnother("1-1", true);
        PortOpening.Failed failed = assertInstanceOf(
                PortOpening.Failed.class, till.host.printer(ADDRESS).open());
        assertEquals(PrinterFault.BUSY, failed.fault());
        assertEquals(Reach.BUSY, till.awaitOne(ADDRESS).reach());
        till.bus.heldByAnother("1-1", false);
        open().close();
        assertEquals(Reach.FREE, till.awaitOne(ADDRESS).reach());
    }

    @Test
    void aSecondOpeningOfOursIsBusyAndHurtsNobody() throws LinkLostException {
        PrinterLink first = open();
        PortOpening.Failed second = assertInstanceOf(
                PortOpening.Failed.class, till.host.printer(ADDRESS).open());
        assertEquals(PrinterFault.BUSY, second.fault());
        assertEquals(3, first.write(new byte[] {0x10, 4, 1}, 0, 3, 500));
        assertEquals(1, first.read(new byte[8], 500));
        first.close();
    }

    @Test
    void aReceiptIsOnPaperAsItsBytesSayAndThePrinterSaysSo() {
        Encoded sheet = sheet();
        try (Printer printer = printer()) {
            PrintOutcome outcome = printer.print(new PrintJob("T1", sheet), NOBODY);
            assertEquals(
                    ConfirmationTier.PROCESS_ID,
                    assertInstanceOf(PrintOutcome.Confirmed.class, outcome).by());
        }
        assertEquals(paperOf(sheet), PaperText.lines(inside.paper()));
        assertEquals(List.of(), inside.complaints());
    }

    @Test
    void itSaysHowItIs() {
        try (Printer printer = printer()) {
            PrinterLook.Here well = assertInstanceOf(PrinterLook.Here.class, printer.look());
            assertEquals("12 12 12 12", well.status().hex());
            inside.trouble(new PrinterTrouble.CoverOpen(0));
            PrinterLook.Here open = assertInstanceOf(PrinterLook.Here.class, printer.look());
            assertEquals(PrinterFault.COVER, open.status().fault().orElseThrow());
        }
    }

    @Test
    void thePlugSaysWhetherThereIsPaper() throws IOException {
        MockPrinter second = new MockPrinter(MockTill.practicePrinter(), "PLUG01");
        till.bus.plug("1-2", second, "usblp");
        String address = till.awaitOne("usb:04b8:0e15:PLUG01").address();
        PortOpening.Open opened = assertInstanceOf(
                PortOpening.Open.class, till.host.printer(address).open());
        try (UsbPrinterLink link = (UsbPrinterLink) opened.link()) {
            assertEquals(new PortStatus(0x18), link.portStatus().orElseThrow());
            second.paperEmptyAtThePlug(true);
            assertTrue(link.portStatus().orElseThrow().isPaperEmpty());
        }
    }

    @Test
    void paperThatEndsInTheMiddleIsToldAndTheRestComesAfterTheNewRoll() {
        Encoded sheet = sheet();
        inside.trouble(new PrinterTrouble.PaperOut(700));
        try (Printer printer = printer()) {
            PrintOutcome.Perhaps stuck =
                    assertInstanceOf(PrintOutcome.Perhaps.class, printer.print(new PrintJob("T2", sheet), NOBODY));
            assertEquals(PrinterFault.PAPER_OUT, stuck.fault());
            inside.mend();
            PrintOutcome late = printer.listen(10_000).orElseThrow();
            assertInstanceOf(PrintOutcome.Confirmed.class, late);
        }
        assertEquals(paperOf(sheet), PaperText.lines(inside.paper()));
    }

    @Test
    void bytesThatAStuckPrinterTookAreCounted() throws LinkLostException {
        inside.trouble(new PrinterTrouble.Frozen());
        byte[] letters = new byte[10_000];
        Arrays.fill(letters, (byte) 'x');
        try (PrinterLink link = open()) {
            assertEquals(PracticePrinter.BUFFER_BYTES, link.write(letters, 0, letters.length, 300));
            assertEquals(0, link.write(letters, 0, letters.length, 50));
        }
        assertEquals(PracticePrinter.BUFFER_BYTES, inside.received());
    }

    @Test
    void anAnswerForWhoeverHadItBeforeIsNotTakenForOurs() throws LinkLostException {
        PrinterLink first = open();
        first.write(new byte[] {0x10, 4, 1}, 0, 3, 500);
        first.close();
        try (PrinterLink second = open()) {
            assertEquals(0, second.read(new byte[8], 50));
        }
    }

    @Test
    void aCutCableIsTellTaleAndAfterPluggingInTheNextOpeningWorksByItself() throws IOException {
        Encoded sheet = sheet();
        inside.trouble(new PrinterTrouble.LinkCut(600));
        try (Printer printer = printer()) {
            PrintOutcome.Perhaps cut =
                    assertInstanceOf(PrintOutcome.Perhaps.class, printer.print(new PrintJob("T3", sheet), NOBODY));
            assertEquals(PrinterFault.GONE, cut.fault());
            till.await("the bus has let it go", () -> !till.bus.isPlugged("1-1"));
            inside.mend();
            inside.tearOff();
            till.bus.plug("1-3", new MockPrinter(inside, "J5VZ000001"), "usblp");
            PrintOutcome again = printer.print(new PrintJob("T4", sheet), NOBODY);
            assertInstanceOf(PrintOutcome.Confirmed.class, again);
        }
    }

    @Test
    void unpluggedWhileNothingIsSentTheNextWordSaysSo() {
        PrinterLink link = open();
        till.bus.unplug("1-1");
        assertThrows(LinkLostException.class, () -> link.read(new byte[8], 5_000));
        assertThrows(LinkLostException.class, () -> link.write(new byte[] {0x10, 4, 1}, 0, 3, 500));
        link.close();
        till.await("it is no longer found", () -> till.host.found().isEmpty());
        PortOpening.Failed failed = assertInstanceOf(
                PortOpening.Failed.class, till.host.printer(ADDRESS).open());
        assertEquals(PrinterFault.GONE, failed.fault());
    }
}
