package tillbook.desktop.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.scan.ScanReader;

class ScanTallyTest {
    private final ScanReader reader = new ScanReader(List.of());
    private final ScanTally tally = new ScanTally();

    private void scans(String code, int times) {
        for (int i = 0; i < times; i++) tally.saw(reader.read(code));
    }

    @Test
    void misreadCodesAreCountedAmongTheNewestUntilGoodOnesMakeUpForThem() {
        scans("2000000000015", 3);
        assertEquals(3, tally.scans());
        assertEquals(0, tally.refused());
        scans("2000000000016", 4);
        assertEquals(4, tally.refused());
        scans("2000000000015", ScanTally.NEWEST);
        assertEquals(ScanTally.NEWEST, tally.scans());
        assertEquals(0, tally.refused());
    }

    @Test
    void aScannerThatIsPluggedInAgainIsJudgedAnew() {
        scans("2000000000016", 4);
        tally.begin();
        assertEquals(0, tally.scans());
        assertEquals(0, tally.refused());
    }
}
