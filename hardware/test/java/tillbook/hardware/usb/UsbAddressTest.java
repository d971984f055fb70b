package tillbook.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.device.Reach;

class UsbAddressTest {
    private static final Face PRINTER =
            new Face(0, 0, 7, 1, 2, List.of(new Endpoint(0x01, false, 64), new Endpoint(0x82, false, 64)));

    private static final Seen FIRST = new Seen(new Place(1, 4), 0x0416, 0x5011, List.of(PRINTER));
    private static final Seen SECOND = new Seen(new Place(1, 5), 0x0416, 0x5011, List.of(PRINTER));

    private static List<Known> plugged(Labels first, Labels second) {
        return Watch.identified(
                List.of(SECOND, FIRST),
                Map.of(FIRST.place(), new Bus.Read(first, false), SECOND.place(), new Bus.Read(second, false)));
    }

    @Test
    void anAddressIsTheSerialNumberWhereverTheDeviceIsPluggedIn() {
        String here = UsbAddress.of(FIRST, new Labels("1-1", "", "", "A17", "")).toString();
        String there =
                UsbAddress.of(SECOND, new Labels("3-2.4", "", "", "A17", "")).toString();
        assertEquals("usb:0416:5011:A17", here);
        assertEquals(here, there);
        assertEquals(here, UsbAddress.read(here).orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({"''", "00000000", "1", "A B", "号码"})
    void aSerialNumberThatTellsNothingApartLeavesTheSocket(String serial) {
        UsbAddress address = UsbAddress.of(FIRST, new Labels("3-2.4", "", "", serial, ""));
        assertEquals("usb:0416:5011@3-2.4", address.toString());
        assertEquals(address, UsbAddress.read("usb:0416:5011@3-2.4").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"usb:0416:5011", "usb:416:5011:A", "tcp 1.2.3.4:9100", "usb:0416:5011@", "''", "/dev/usb/lp0"})
    void whatNamesNoDeviceIsNoAddress(String text) {
        assertEquals(Optional.empty(), UsbAddress.read(text));
    }

    @Test
    void twoWithOneSerialNumberAreToldApartByTheirSockets() {
        List<Known> both = plugged(new Labels("1-1", "", "", "SN01", ""), new Labels("1-2", "", "", "SN01", ""));
        assertEquals(
                List.of("usb:0416:5011:SN01", "usb:0416:5011:SN01@1-2"),
                both.stream().map(one -> one.address().toString()).toList());
        assertEquals(SECOND, found("usb:0416:5011:SN01@1-2", both).seen());
        assertEquals(FIRST, found("usb:0416:5011:SN01", both).seen());
    }

    private static Known found(String address, List<Known> known) {
        return Watch.find(UsbAddress.read(address).orElseThrow(), known).orElseThrow();
    }

    @Test
    void aDeviceThatMayNotBeOpenedIsMeantByItsModel() {
        List<Known> denied =
                Watch.identified(List.of(FIRST), Map.of(FIRST.place(), new Bus.Read(Labels.onlyPath("1-1"), true)));
        assertEquals(
                Reach.DENIED,
                found("usb:0416:5011:A17", denied).found(Reach.FREE).reach());
        assertEquals(
                Optional.empty(),
                Watch.find(UsbAddress.read("usb:0519:0003:A17").orElseThrow(), denied));
    }

    @Test
    void aPrinterWithoutStringsIsNamedByItsDeviceId() {
        Labels labels = new Labels("1-1", "", "", "", "MFG:XPrinter;MDL:XP-80;CMD:ESC/POS;");
        Known known = new Known(
                FIRST, labels, Identified.of(FIRST, labels).orElseThrow(), UsbAddress.of(FIRST, labels), false);
        assertEquals("XPrinter XP-80", known.found(Reach.FREE).name());
    }
}
