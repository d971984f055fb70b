package tillbook.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tillbook.device.DeviceKind;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;
import tillbook.device.Reach;
import tillbook.device.Scan;
import tillbook.device.Sureness;
import tillbook.device.Teaching;
import tillbook.hardware.mock.MockKeyboard;
import tillbook.hardware.mock.MockPosScanner;
import tillbook.scan.Symbology;

/** Scanners and keyboards on the mock bus. */
@EnabledIfEnvironmentVariable(
        named = "TILLBOOK_MOCK_BUS",
        matches = "\\d+",
        disabledReason = "MockUsbTest runs it on the mock bus")
class ScannersOverUsbScenario {
    private static final String TYPING = "usb:0c2e:0b01:V1450";
    private static final String POS = "usb:0c2e:0b07:P1";
    private static final String UNKNOWN = "usb:1234:5678@1-3";
    private static final long TEACH_MS = 20_000;
    private static final int PULLS = 25;

    private final MockKeyboard typing = new MockKeyboard("0c2e:0b01", "Honeywell", "Voyager 1450g", "V1450");
    private final MockPosScanner pos = new MockPosScanner("P1");
    private final MockKeyboard unknown = new MockKeyboard("1234:5678", "", "USB Keyboard", "");
    private final MockKeyboard cashiers = new MockKeyboard("046d:c31c", "Logitech", "USB Keyboard", "");
    private final List<Teaching> taught = new CopyOnWriteArrayList<>();
    private MockTill till;

    @BeforeEach
    void aTill() throws IOException {
        till = new MockTill();
        till.start();
    }

    @AfterEach
    void unplugged() throws IOException {
        till.close();
    }

    private void plugAndAwaitClaim(String socket, MockKeyboard keyboard, String address) throws IOException {
        till.bus.plug(socket, keyboard, "usbhid");
        awaitReach(address, Reach.CLAIMED);
    }

    private void awaitReach(String address, Reach reach) {
        till.await(
                address + " is " + reach,
                () -> till.host.found().stream()
                        .anyMatch(one -> one.address().equals(address) && one.reach() == reach));
    }

    private Scan next(int index) {
        till.await("scan " + index, () -> till.scans.size() > index);
        return till.scans.get(index);
    }

    private Teaching answer() {
        till.await("an answer", () -> !taught.isEmpty());
        return taught.getFirst();
    }

    @Test
    void aKnownScannerThatTypesIsTakenByItselfAndItsCodesComeAsTyped() throws IOException {
        plugAndAwaitClaim("1-1", typing, TYPING);
        assertEquals("usbfs", till.bus.driver("1-1"));
        typing.type("6901234567892\n");
        typing.type("AbC-12_+\t");
        assertEquals("6901234567892", next(0).text());
        assertEquals("AbC-12_+", next(1).text());
        assertEquals(Symbology.UNTOLD, next(1).symbology());
        FoundDevice from = next(0).from();
        assertEquals(
                new FoundDevice(
                        TYPING,
                        DeviceKind.SCANNER_KEYBOARD,
                        "Honeywell",
                        "Voyager 1450g",
                        Sureness.KNOWN,
                        Reach.CLAIMED),
                from);
    }

    @Test
    void aLookFindsAKnownScannerAndTakesItFromNobody() throws IOException {
        till.host.close();
        till.bus.plug("1-1", typing, "usbhid");
        try (UsbHost looking = new UsbHost()) {
            assertInstanceOf(HostStart.Running.class, looking.look());
            FoundDevice found = looking.found().getFirst();
            assertEquals(TYPING, found.address());
            assertEquals(Reach.FREE, found.reach());
        }
        assertEquals("usbhid", till.bus.driver("1-1"));
    }

    @Test
    void aCodeWithoutSuffixEndsWithAPause() throws IOException {
        plugAndAwaitClaim("1-1", typing, TYPING);
        typing.type("6901234567892");
        assertEquals("6901234567892", next(0).text());
    }

    @Test
    void aScannerOfCodesTellsTheirSymbologyAndLongCodesComeWhole() throws IOException {
        till.bus.plug("1-2", pos, "usbhid");
        awaitReach(POS, Reach.CLAIMED);
        pos.scan("]E0", "6901234567892");
        String longCode = "https://example.org/明账/" + "0123456789".repeat(12);
        pos.scan("]Q1", longCode);
        assertEquals("6901234567892", next(0).text());
        assertEquals(Symbology.EAN, next(0).symbology());
        assertEquals("]E06901234567892", next(0).asRead());
        assertEquals(longCode, next(1).text());
        assertEquals(Symbology.QR, next(1).symbology());
    }

    @Test
    void anUnknownKeyboardIsFoundAndLeftToTheSystem() throws IOException {
        till.bus.plug("1-3", unknown, "usbhid");
        FoundDevice found = till.awaitOne(UNKNOWN);
        plugAndAwaitClaim("1-1", typing, TYPING);
        assertEquals(Sureness.BY_CLASS, found.sureness());
        assertEquals("usbhid", till.bus.driver("1-3"));
        assertEquals(Reach.FREE, till.awaitOne(UNKNOWN).reach());
    }

    @Test
    void anUnknownOneIsOursOnceAPersonSaysSoAndTheSystemsWhenTheyTakeItBack() throws IOException {
        till.bus.plug("1-3", unknown, "usbhid");
        till.awaitOne(UNKNOWN);
        till.host.use(UNKNOWN);
        awaitReach(UNKNOWN, Reach.CLAIMED);
        unknown.type("12345678\n");
        assertEquals("12345678", next(0).text());
        till.host.leave(UNKNOWN);
        awaitReach(UNKNOWN, Reach.FREE);
        assertEquals("usbhid", till.bus.driver("1-3"));
    }

    @Test
    void theOneThatReadsTheCodeOnTheScreenIsTakenAndTheCashiersKeyboardGivenBack() throws IOException {
        till.bus.plug("1-3", unknown, "usbhid");
        till.bus.plug("1-4", cashiers, "usbhid");
        till.awaitOne(UNKNOWN);
        till.awaitOne("usb:046d:c31c@1-4");
        till.host.teach("TILL4711", TEACH_MS, taught::add);
        awaitReach(UNKNOWN, Reach.CLAIMED);
        awaitReach("usb:046d:c31c@1-4", Reach.CLAIMED);
        cashiers.type("q");
        awaitReach("usb:046d:c31c@1-4", Reach.FREE);
        unknown.type("]C0TILL4711\n");
        assertEquals(
                UNKNOWN,
                assertInstanceOf(Teaching.Taken.class, answer()).scanner().address());
        unknown.type("6901234567892\n");
        assertEquals("6901234567892", next(0).text());
        assertEquals("usbhid", till.bus.driver("1-4"));
        assertEquals("usbfs", till.bus.driver("1-3"));
    }

    @Test
    void whenNobodyReadsTheCodeEveryKeyboardIsGivenBack() throws IOException {
        till.bus.plug("1-3", unknown, "usbhid");
        till.awaitOne(UNKNOWN);
        till.host.teach("TILL4711", 300, taught::add);
        assertInstanceOf(Teaching.NoAnswer.class, answer());
        awaitReach(UNKNOWN, Reach.FREE);
        assertEquals("usbhid", till.bus.driver("1-3"));
        assertTrue(till.scans.isEmpty());
    }

    @Test
    void withNothingPluggedInThereIsNobodyToAsk() {
        till.host.teach("TILL4711", TEACH_MS, taught::add);
        assertInstanceOf(Teaching.NobodyToAsk.class, answer());
    }

    @Test
    void bothKindsSurviveUnpluggingAndEachLossIsToldOnce() throws IOException {
        plugAndAwaitClaim("1-1", typing, TYPING);
        till.bus.plug("1-2", pos, "usbhid");
        awaitReach(POS, Reach.CLAIMED);
        till.bus.unplug("1-1");
        till.bus.unplug("1-2");
        till.await("both losses are told", () -> lost(TYPING) == 1 && lost(POS) == 1);
        till.await("both are gone", () -> till.host.found().isEmpty());
        plugAndAwaitClaim("1-4", typing, TYPING);
        till.bus.plug("1-5", pos, "usbhid");
        awaitReach(POS, Reach.CLAIMED);
        typing.type("6901234567892\n");
        assertEquals("6901234567892", next(0).text());
        pos.scan("]C0", "284711000000000000");
        assertEquals(Symbology.CODE_128, next(1).symbology());
        assertEquals(List.of(1L, 1L), List.of(lost(TYPING), lost(POS)));
        assertEquals(2, till.news.stream().filter(("back " + POS)::equals).count());
    }

    /** A look may still list what is gone: taken from that list it would be lost a second time without ever having been ours. */
    @Test
    void howeverOftenAPlugIsPulledAScannerIsLostOnlyAfterItCameBack() throws IOException {
        for (int round = 1; round <= PULLS; round++) {
            plugAndAwaitClaim("1-1", typing, TYPING);
            till.bus.unplug("1-1");
            int told = round;
            till.await("loss " + told + " is told", () -> lost(TYPING) >= told);
            till.await("it is gone", () -> till.host.found().isEmpty());
        }
        List<String> ofScanner = till.news.stream()
                .filter(news -> news.contains(TYPING))
                .map(news -> news.substring(0, 4))
                .toList();
        List<String> turns = new ArrayList<>();
        for (int round = 0; round < PULLS; round++) turns.addAll(List.of("back", "lost"));
        assertEquals(turns, ofScanner);
    }

    /** Without the first the second needs its socket in its name no more: it is the same device, and ours as before. */
    @Test
    void ofTwoWithOneSerialNumberTheSecondReadsOnWhenTheFirstIsUnplugged() throws IOException {
        MockKeyboard twin = new MockKeyboard("0c2e:0b01", "Honeywell", "Voyager 1450g", "V1450");
        plugAndAwaitClaim("1-1", typing, TYPING);
        plugAndAwaitClaim("1-2", twin, TYPING + "@1-2");
        till.bus.unplug("1-1");
        till.await("the loss is told", () -> lost(TYPING) == 1);
        till.await("one is left", () -> till.host.found().size() == 1);
        awaitReach(TYPING, Reach.CLAIMED);
        twin.type("6901234567892\n");
        assertEquals("6901234567892", next(0).text());
        assertTrue(till.news.stream().noneMatch(news -> news.endsWith("BUSY")), till.news::toString);
    }

    @Test
    void aScannerThatDoesNotSayWhatItIsIsToldAndTakenOnceItDoes() throws IOException {
        pos.isMute = true;
        till.bus.plug("1-2", pos, "usbhid");
        till.await("it is told", () -> till.news.contains("lost " + POS + " MUTE"));
        pos.isMute = false;
        awaitReach(POS, Reach.CLAIMED);
        pos.scan("]E0", "6901234567892");
        assertEquals("6901234567892", next(0).text());
    }

    private long lost(String address) {
        return till.news.stream().filter(("lost " + address + " GONE")::equals).count();
    }

    @Test
    void aScannerThatAnotherProgramHoldsIsToldOnceAndStaysFound() throws IOException {
        till.bus.plug("1-1", typing, "none");
        awaitReach(TYPING, Reach.CLAIMED);
        till.bus.unplug("1-1");
        till.await("it is gone", () -> till.host.found().isEmpty());
        till.host.leave(TYPING);
        till.bus.plug("1-1", typing, "none");
        till.awaitOne(TYPING);
        till.bus.heldByAnother("1-1", true);
        till.host.use(TYPING);
        awaitReach(TYPING, Reach.BUSY);
        till.await("it is told", () -> till.news.contains("lost " + TYPING + " BUSY"));
    }
}
