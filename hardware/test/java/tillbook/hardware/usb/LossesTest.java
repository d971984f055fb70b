package tillbook.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tillbook.device.ScannerFault;

class LossesTest {
    private static final String SCANNER = "usb:0c2e:0b01:V1450";

    private final Losses losses = new Losses();

    @Test
    void aScannerThatWasOursIsLostOnceUntilItComesBack() {
        assertTrue(losses.isNews(SCANNER, ScannerFault.GONE, true));
        assertFalse(losses.isNews(SCANNER, ScannerFault.GONE, true));
        losses.isBack(SCANNER);
        assertTrue(losses.isNews(SCANNER, ScannerFault.GONE, true));
    }

    @Test
    void aScannerThatIsGoneBeforeItWasOursIsNotLostASecondTime() {
        assertTrue(losses.isNews(SCANNER, ScannerFault.GONE, true));
        losses.keepOnly(Set.of());
        assertFalse(losses.isNews(SCANNER, ScannerFault.GONE, false));
    }

    @Test
    void whoeverHoldsItIsSaidOfAScannerThatWasNeverOurs() {
        assertTrue(losses.isNews(SCANNER, ScannerFault.BUSY, false));
        assertFalse(losses.isNews(SCANNER, ScannerFault.BUSY, false));
        losses.keepOnly(Set.of());
        assertTrue(losses.isNews(SCANNER, ScannerFault.DENIED, false));
    }
}
