package tillbook.printing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnswerSplitterTest {
    private final AnswerSplitter splitter = new AnswerSplitter();
    private final List<Heard> heard = new ArrayList<>();

    @Test
    void everyKindIsToldByItsFixedBits() {
        hear("12" + "7e" + "0c" + "18000f00" + "37224142434400" + "372500" + "5f544d00");
        assertEquals(
                List.of(
                        new Heard.RealTime(0x12),
                        new Heard.RealTime(0x7e),
                        new Heard.Sensor(0x0c),
                        new Heard.Automatic(List.of(0x18, 0, 0x0f, 0)),
                        new Heard.Block(0x37, "\"ABCD"),
                        new Heard.Block(0x37, "%"),
                        new Heard.Block(0x5f, "TM")),
                heard);
    }

    @Test
    void aBlockThatNeverEndsDoesNotGrowForever() {
        hear("37" + "41".repeat(10_000));
        assertTrue(heard.size() > 1);
    }

    @Test
    void noBytesWhateverBreakIt() {
        long seed = Long.getLong("tillbook.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) splitter.take(random.nextInt(256), heard::add);
        // Blocks and automatic status take several bytes each; nothing takes more than its bound.
        assertTrue(heard.size() > 20_000 / 130, "seed " + seed);
    }

    private void hear(String hex) {
        for (byte value : HexFormat.of().parseHex(hex)) splitter.take(value & 0xFF, heard::add);
    }
}
