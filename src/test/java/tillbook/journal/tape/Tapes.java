package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the tests of the tape write and read. */
final class Tapes {
    private Tapes() {}

    static Opening.Opened open(TapeDisk disk, int segmentBytes) {
        Opening opening = Tape.open(disk, new TapeOptions(segmentBytes, 0), Tapes::snapshot);
        return opening instanceof Opening.Opened opened ? opened : fail("not opened: " + opening);
    }

    static byte[] snapshot(long through) {
        return ByteBuffer.allocate(40).putLong(through).array();
    }

    /** The payload that the record of this sequence has in every test. */
    static byte[] payload(long sequence) {
        SplittableRandom chance = new SplittableRandom(sequence);
        byte[] payload = new byte[100 + chance.nextInt(300)];
        chance.nextBytes(payload);
        return payload;
    }

    /** Appends, each record forced, until the tape has so many records. */
    static void appendThrough(Tape tape, long sequence) {
        while (tape.acknowledgedThrough() < sequence) {
            tape.append(payload(tape.acknowledgedThrough() + 1));
            tape.force();
        }
    }

    /** Appends until a segment of this number is open and has some records. */
    static void appendIntoSegment(Tape tape, long number) {
        while (tape.segmentNumber() < number) appendThrough(tape, tape.acknowledgedThrough() + 1);
        appendThrough(tape, tape.acknowledgedThrough() + 3);
    }

    /** All records of a replay; fails if one is not what was appended. */
    static List<Long> sequencesOf(Replay replay) {
        List<Long> sequences = new ArrayList<>();
        replay.forEach((sequence, hash, payload) -> {
            if (!ByteBuffer.wrap(payload).equals(ByteBuffer.wrap(payload(sequence)))) fail("record " + sequence);
            sequences.add(sequence);
        });
        return sequences;
    }
}
