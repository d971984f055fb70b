package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Measures a durable record of 400 bytes against the raw write and force it stands on, and how many lives of a register a
 * disk in memory carries. Arguments: a folder on the disk to measure.
 */
public final class TapeBench {
    private static final int STEPS = 2000;
    private static final int BLOCK = 100;
    private static final int LIVES = 20_000;

    private TapeBench() {}

    /** Prints medians in microseconds, and lives a second. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "bench");
        long[] raw = new long[STEPS];
        long[] tape = new long[STEPS];
        Tape open = Tapes.open(RealDisk.at(folder.resolve("tape")), TapeOptions.PRODUCTION_SEGMENT_BYTES)
                .tape();
        RealDisk.at(folder).create("raw", TapeOptions.PRODUCTION_SEGMENT_BYTES).close();
        try (FileChannel file = FileChannel.open(folder.resolve("raw"), StandardOpenOption.WRITE)) {
            // The two take turns, so that a slow minute of the disk hits both.
            for (int from = 0; from < STEPS; from += BLOCK) {
                for (int step = from; step < from + BLOCK; step++) raw[step] = rawStep(file, step);
                for (int step = from; step < from + BLOCK; step++) tape[step] = tapeStep(open);
            }
        }
        open.close();
        System.out.printf(
                "raw p50 %.1f us, tape p50 %.1f us, ratio %.2f%n",
                median(raw), median(tape), median(tape) / median(raw));
        System.out.printf("lives a second in memory: %.0f%n", livesASecond());
    }

    private static long rawStep(FileChannel file, int step) throws IOException {
        long start = System.nanoTime();
        file.write(ByteBuffer.wrap(new byte[464]), step * 464L);
        file.force(false);
        return System.nanoTime() - start;
    }

    private static long tapeStep(Tape tape) {
        byte[] payload = new byte[400];
        long start = System.nanoTime();
        tape.append(payload);
        tape.force();
        return System.nanoTime() - start;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1000.0;
    }

    /** A life: a fresh tape, twenty forced records, three power cuts with an opening behind each. */
    private static double livesASecond() {
        SplittableRandom chance = new SplittableRandom(1);
        long start = 0;
        for (int life = -LIVES; life < LIVES; life++) {
            if (life == 0) start = System.nanoTime();
            MemoryDisk disk = new MemoryDisk();
            for (int part = 0; part < 4; part++) {
                Tape tape = Tapes.open(disk, 64 << 10).tape();
                for (int record = 0; record < 5; record++) {
                    tape.append(new byte[400]);
                    tape.force();
                }
                disk = disk.crashImage(CrashModel.SECTORS, chance);
            }
        }
        return LIVES / ((System.nanoTime() - start) / 1e9);
    }
}
