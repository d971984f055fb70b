package tillbook.journal.tape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A process that does nothing but append to a tape, until it is killed. Prints each sequence after it is acknowledged. */
public final class TapeWriterMain {
    static final int SEGMENT_BYTES = 64 << 10;

    private TapeWriterMain() {}

    /** The folder of the tape, and a seed for the size of the groups. */
    public static void main(String[] args) throws IOException {
        Tape tape = Tapes.open(RealDisk.at(Path.of(args[0])), SEGMENT_BYTES).tape();
        SplittableRandom chance = new SplittableRandom(Long.parseLong(args[1]));
        while (true) {
            long first = tape.acknowledgedThrough() + 1;
            for (long sequence = first; sequence <= first + chance.nextInt(3); sequence++) {
                tape.append(Tapes.payload(sequence));
            }
            tape.force();
            System.out.println(tape.acknowledgedThrough());
        }
    }
}
