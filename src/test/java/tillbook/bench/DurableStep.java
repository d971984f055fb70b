package tillbook.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.TapeJournal;
import tillbook.journal.tape.TapeOptions;

/**
 * Proves that a record on the tape costs little more than the disk asks for any durable write: append and force of the
 * register's journal beside a raw write of the same payload into a file of zeros and {@code fdatasync}. It would lie on a
 * disk that acknowledges what it has not kept (a RAM disk, some virtual ones): there both cost next to nothing, and the
 * ratio shows our arithmetic alone.
 */
final class DurableStep implements Benchmark {
    private static final double RATIO_MAX = 1.3;
    private static final int[] PAYLOAD_BYTES = {300, 1_500};
    private static final int BLOCK_STEPS = 50;
    private static final int WARM_BLOCKS = 10;

    @Override
    public String name() {
        return "durable-step";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int bytes : PAYLOAD_BYTES) rows.add(measure(setting, bytes));
        return rows;
    }

    private Row measure(Setting setting, int bytes) throws Exception {
        Path folder = setting.at(name() + "-" + bytes);
        RealDisk disk = RealDisk.at(folder.resolve("raw"));
        disk.create("raw", TapeOptions.PRODUCTION_SEGMENT_BYTES).close();
        try (FileChannel raw = FileChannel.open(folder.resolve("raw/raw"), StandardOpenOption.WRITE);
                TapeJournal journal = Tapes.journal(folder.resolve("tape"))) {
            byte[] payload = new byte[bytes];
            long[] at = {0};
            Turns turns =
                    Turns.take(WARM_BLOCKS, setting.either(20, 60), BLOCK_STEPS, () -> onTape(journal, payload), () -> {
                        raw.write(ByteBuffer.wrap(payload), at[0]);
                        raw.force(false);
                        at[0] += bytes;
                    });
            return row(bytes, turns);
        }
    }

    private static void onTape(TapeJournal journal, byte[] payload) {
        journal.append(payload);
        journal.force();
    }

    private Row row(int bytes, Turns turns) {
        return new Row(
                name(),
                "a record of " + bytes + " B, durable",
                turns.candidate(),
                "raw write + fdatasync of " + bytes + " B",
                turns.beside(),
                turns.ratio(),
                "ratio ≤ " + RATIO_MAX,
                Verdict.of(turns.ratio() <= RATIO_MAX),
                "");
    }
}
