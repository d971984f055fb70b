package tillbook.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tillbook.diagnosis.check.Probes.JournalProbe;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.SearchWitness;
import tillbook.journal.tape.Opening;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeOptions;
import tillbook.journal.tape.TapeReader;

/** A real tape on a real disk, and what can become of it. */
final class DamagedTape {
    private static final int RECORDS = 20;

    private DamagedTape() {}

    /** The tape as it lies there, and its copy. */
    private record OnDisk(Path tape, Path database) implements JournalProbe {
        @Override
        public Reading tail() {
            try {
                return TapeReader.whileClosed(RealDisk.at(tape), RECORDS).verifyTail();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public Optional<SearchProblem> copy() {
            if (!Files.exists(database)) return Optional.empty();
            Optional<SearchWitness> witness = SearchWitness.open(database);
            witness.ifPresent(SearchWitness::close);
            return witness.isPresent() ? Optional.empty() : Optional.of(new SearchProblem.Damaged());
        }

        @Override
        public long rebuiltAtStart() {
            return 0;
        }
    }

    static void on(Bench bench) throws IOException {
        OnDisk journal = written(bench.folder);
        try (var segments = Files.list(journal.tape());
                RandomAccessFile file = new RandomAccessFile(
                        segments.filter(each -> each.getFileName().toString().startsWith("segment"))
                                .findFirst()
                                .orElseThrow()
                                .toFile(),
                        "rw")) {
            // Near the head: within the first records, behind which others were acknowledged.
            file.seek(400);
            int was = file.read();
            file.seek(400);
            file.write(was ^ 0xFF);
        }
        bench.probes.journal = journal;
    }

    static void copyOn(Bench bench) throws IOException {
        OnDisk journal = written(bench.folder);
        Files.writeString(journal.database(), "no database".repeat(1_000));
        bench.probes.journal = journal;
    }

    private static OnDisk written(Path folder) throws IOException {
        Path tape = folder.resolve("tape");
        Opening opening = Tape.open(RealDisk.at(tape), TapeOptions.production(0), _ -> "snapshot".getBytes(UTF_8));
        try (Tape open = ((Opening.Opened) opening).tape()) {
            for (int i = 0; i < RECORDS; i++) append(open, ("{\"record\":" + i + "}").getBytes(UTF_8));
        }
        return new OnDisk(tape, folder.resolve("journal.mv.db"));
    }

    private static void append(Tape tape, byte[] payload) {
        tape.append(payload);
        tape.force();
    }
}
