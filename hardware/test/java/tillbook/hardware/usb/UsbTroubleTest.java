package tillbook.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usb4java.LibUsb;
import tillbook.device.ScannerFault;
import tillbook.printing.PrinterFault;

class UsbTroubleTest {
    @ParameterizedTest
    @CsvSource({
        "-6, BUSY, BUSY",
        "-3, DENIED, DENIED",
        "-12, DENIED, DENIED",
        "-4, GONE, GONE",
        "-1, GONE, GONE",
        "-5, GONE, GONE",
        "-99, GONE, GONE"
    })
    void whateverLibusbSaysIsAFaultOfTheCatalogue(int answer, PrinterFault printer, ScannerFault scanner) {
        UsbTrouble trouble = UsbTrouble.of(answer, "claim");
        assertEquals(printer, trouble.printerFault());
        assertEquals(scanner, trouble.scannerFault());
        assertEquals("claim: " + LibUsb.errorName(answer), trouble.detail());
    }

    @Test
    void thePlacesOfDevicesAreReadFromTheirDescription() {
        assertEquals(Optional.of(new Place(1, 12)), Place.in("Bus 001 Device 012: ID 04b8:0e15"));
        assertEquals(Optional.empty(), Place.in("usb4java root hub"));
    }

    @Test
    void thePlugTellsPaperAndError() {
        assertEquals(true, new PortStatus(0x30).isPaperEmpty());
        assertEquals(true, new PortStatus(0x30).isError());
        assertEquals(false, new PortStatus(0x18).isPaperEmpty());
        assertEquals(false, new PortStatus(0x18).isError());
        assertEquals(true, new PortStatus(0x18).isSelected());
    }
}
