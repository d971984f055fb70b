package tillbook.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.device.DeviceKind;
import tillbook.device.Sureness;

class IdentifiedTest {
    private static final Endpoint OUT = new Endpoint(0x01, false, 64);
    private static final Endpoint IN = new Endpoint(0x82, false, 64);
    private static final Endpoint KEYS = new Endpoint(0x81, true, 8);

    private static Face printer(int alternate, int protocol) {
        return new Face(0, alternate, 7, 1, protocol, protocol == 1 ? List.of(OUT) : List.of(OUT, IN));
    }

    private static Face keyboard() {
        return new Face(0, 0, 3, 1, 1, List.of(KEYS));
    }

    private static Face otherHid(int number) {
        return new Face(number, 0, 3, 0, 0, List.of(KEYS));
    }

    private static Seen seen(int vendor, int product, Face... faces) {
        return new Seen(new Place(1, 2), vendor, product, List.of(faces));
    }

    private static Labels named(String maker, String product) {
        return new Labels("1-1", maker, product, "", "");
    }

    private static Labels saying(String deviceId) {
        return new Labels("1-1", "", "", "", deviceId);
    }

    @Test
    void aPrinterThatSpeaksBothWaysIsTakenSo() {
        Identified found = Identified.of(
                        seen(0x04b8, 0x0e15, printer(0, 1), printer(1, 2), printer(2, 3)),
                        saying("MFG:EPSON;CMD:ESC/POS;"))
                .orElseThrow();
        assertEquals(new Identified(DeviceKind.PRINTER, Sureness.KNOWN, printer(1, 2)), found);
    }

    @Test
    void oneWayIsBetterThanAProtocolThatFewSpeak() {
        Seen both = seen(0x0416, 0x5011, printer(0, 3), printer(1, 1));
        assertEquals(1, Identified.of(both, saying("")).orElseThrow().face().protocol());
        Seen only = seen(0x0416, 0x5011, printer(0, 3));
        assertEquals(3, Identified.of(only, saying("")).orElseThrow().face().protocol());
    }

    @Test
    void howSureAPrinterIsComesFromItsOwnWordThenItsMaker() {
        assertEquals(Sureness.KNOWN, sureness(seen(0x9999, 1, printer(0, 2)), saying("MFG:X;COMMAND SET:ESCPOS;")));
        assertEquals(Sureness.BY_NAME, sureness(seen(0x0519, 1, printer(0, 2)), saying("")));
        assertEquals(Sureness.BY_CLASS, sureness(seen(0x03f0, 1, printer(0, 2)), saying("MFG:HP;CMD:PCL,PJL;")));
    }

    private static Sureness sureness(Seen seen, Labels labels) {
        return Identified.of(seen, labels).orElseThrow().sureness();
    }

    @Test
    void anEpsonOfAClassOfItsOwnIsKnownByItsNumber() {
        Face own = new Face(0, 0, 0xFF, 0, 0, List.of(OUT, IN));
        assertEquals(
                new Identified(DeviceKind.PRINTER, Sureness.KNOWN, own),
                Identified.of(seen(0x04b8, 0x0202, own), saying("")).orElseThrow());
        assertEquals(Optional.empty(), Identified.of(seen(0x04b8, 0x0142, own), saying("")));
        assertEquals(Optional.empty(), Identified.of(seen(0x1234, 0x0202, own), saying("")));
    }

    @ParameterizedTest
    @CsvSource({
        "0c2e, Honeywell, Voyager 1450g, KNOWN",
        "1eab, '', '', KNOWN",
        "ac90, '', USB BarCode Scanner, BY_NAME",
        "ac90, 某厂, 条码扫描枪, BY_NAME",
        "046d, Logitech, USB Keyboard, BY_CLASS",
        "04a9, Canon, CanoScan LiDE, BY_CLASS",
        "ac90, '', '', BY_CLASS"
    })
    void aKeyboardIsAScannerByItsMakerOrItsName(String vendor, String maker, String product, Sureness sureness) {
        Identified found = Identified.of(seen(Integer.parseInt(vendor, 16), 1, keyboard()), named(maker, product))
                .orElseThrow();
        assertEquals(new Identified(DeviceKind.SCANNER_KEYBOARD, sureness, keyboard()), found);
    }

    @Test
    void ofTwoInterfacesTheOneThatTypesIsTaken() {
        Seen both = seen(0x05e0, 0x1200, keyboard(), otherHid(1));
        assertEquals(
                DeviceKind.SCANNER_KEYBOARD,
                Identified.of(both, named("", "")).orElseThrow().kind());
    }

    @Test
    void anotherHumanInterfaceIsAScannerOnlyIfItsMakerOrNameSaysSo() {
        assertEquals(
                new Identified(DeviceKind.SCANNER_POS, Sureness.KNOWN, otherHid(0)),
                Identified.of(seen(0x0c2e, 0x0b07, otherHid(0)), named("", "")).orElseThrow());
        assertEquals(Optional.empty(), Identified.of(seen(0x051d, 0x0002, otherHid(0)), named("APC", "Back-UPS")));
    }

    @Test
    void whatHasNoPipeToTalkThroughIsOfNoUse() {
        Seen mute =
                seen(0x04b8, 0x0e15, new Face(0, 0, 7, 1, 2, List.of(IN)), new Face(1, 0, 8, 6, 0x50, List.of(OUT)));
        assertEquals(Optional.empty(), Identified.of(mute, saying("")));
        assertEquals(false, Identified.mayBe(mute));
    }
}
