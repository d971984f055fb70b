package tillbook.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tillbook.journal.tape.TapeJournal;

/**
 * Proves that writing down a whole sale paid by code is faster than in SQLite with the same promise: the payloads that
 * the real register writes, step by step, each step forced before the next, on the tape and in SQLite (WAL,
 * {@code synchronous=FULL}). Encoding is on neither side. It would lie if SQLite were opened with less care than a
 * register needs, or if steps were forced together that the register forces apart.
 */
final class SaleJournalling implements Benchmark {
    private static final int WARM_BLOCKS = 6;
    private static final int BLOCK_SALES = 20;

    @Override
    public String name() {
        return "sale-journalling";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        List<List<byte[]>> sale = SaleSteps.ofOneSale();
        Path folder = Files.createDirectories(setting.at(name()));
        // The driver unpacks its library there, so that nothing of it stays behind.
        System.setProperty("org.sqlite.tmpdir", folder.toString());
        try (TapeJournal tape = Tapes.journal(folder.resolve("tape"));
                SqliteJournal sqlite = new SqliteJournal(folder.resolve("sqlite.db"))) {
            Turns turns = Turns.take(WARM_BLOCKS, setting.either(15, 60), BLOCK_SALES, () -> onTape(tape, sale), () -> {
                for (List<byte[]> step : sale) sqlite.step(step);
            });
            return List.of(row(sale, turns));
        }
    }

    private static void onTape(TapeJournal tape, List<List<byte[]>> sale) {
        for (List<byte[]> step : sale) {
            step.forEach(tape::append);
            tape.force();
        }
    }

    private Row row(List<List<byte[]>> sale, Turns turns) {
        int bytes = sale.stream().flatMap(List::stream).mapToInt(p -> p.length).sum();
        return new Row(
                name(),
                "a sale paid by code on the tape, " + sale.size() + " durable steps",
                turns.candidate(),
                "the same steps in SQLite, WAL, synchronous=FULL",
                turns.beside(),
                turns.ratio(),
                "faster: ratio < 1",
                Verdict.of(turns.ratio() < 1),
                bytes + " B: " + SaleSteps.words(sale));
    }
}
