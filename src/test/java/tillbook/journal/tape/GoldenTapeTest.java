package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tape of release 0.1 must read for ever. Its files are never written again; a later format gets files of its own. */
class GoldenTapeTest {
    private static final int SEGMENT_BYTES = 4 << 10;
    private static final int RECORDS = 60;
    private static final List<String> FILES =
            List.of("segment-0000000001.tape", "segment-0000000002.tape", "segment-0000000003.tape");
    private static final String LAST_HASH = "b988e3670b638b5096f5e11d7d2403ae38ff1ad4f011d71663e5f3578c78a44f";

    @Test
    void theTapeOfRelease01ReadsForEver() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        for (String file : FILES) disk.put(file, golden(file));
        List<String> payloads = new ArrayList<>();
        Reading reading = TapeReader.whileClosed(disk, RECORDS)
                .read(1, (sequence, hash, payload) -> payloads.add(new String(payload, StandardCharsets.UTF_8)));
        assertEquals(new Reading.Whole(RECORDS, lastHash()), reading);
        assertEquals(
                IntStream.rangeClosed(1, RECORDS)
                        .mapToObj(GoldenTapeTest::event)
                        .toList(),
                payloads);
        Opening.Opened opened = Tapes.open(disk, SEGMENT_BYTES);
        assertEquals(RECORDS, opened.tape().acknowledgedThrough());
        assertArrayEquals(
                state(opened.replay().snapshotThrough()),
                opened.replay().snapshot().orElseThrow());
    }

    /** If this fails, the format has changed: give it a new version and a golden tape of its own. */
    @Test
    void todaysTapeIsWrittenAsInRelease01() throws IOException {
        MemoryDisk disk = write();
        for (String file : FILES) {
            assertArrayEquals(golden(file), Arrays.copyOf(disk.content(file), SEGMENT_BYTES), file);
        }
    }

    /** One segment given up after a force that failed, one sealed because it is full, one open. */
    static MemoryDisk write() {
        MemoryDisk disk = new MemoryDisk();
        Opening opening = Tape.open(disk, new TapeOptions(SEGMENT_BYTES, 0), GoldenTapeTest::state);
        Tape tape = ((Opening.Opened) opening).tape();
        for (int number = 1; number <= RECORDS; number++) {
            tape.append(event(number).getBytes(StandardCharsets.UTF_8));
            if (number == 25) failNextForce(disk);
            if (number % 3 != 1) tape.force();
        }
        return disk;
    }

    private static void failNextForce(MemoryDisk disk) {
        disk.gate((operation, name) -> {
            if (operation == MemoryDisk.Operation.FORCE) {
                disk.gate((again, file) -> {});
                throw new IOException("Input/output error");
            }
        });
    }

    private static String event(int number) {
        return "{\"type\":\"sale\",\"v\":1,\"number\":" + number + ",\"item\":\"豆浆\"}";
    }

    private static byte[] state(long through) {
        return ("{\"type\":\"state\",\"v\":1,\"through\":" + through + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static ChainHash lastHash() {
        return ChainHash.ofBytes(HexFormat.of().parseHex(LAST_HASH));
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream in = GoldenTapeTest.class.getResourceAsStream("golden-0.1/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
