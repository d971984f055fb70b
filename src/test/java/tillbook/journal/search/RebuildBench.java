package tillbook.journal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures how fast a copy is made from a tape: {@code RebuildBench [sales]}. Not a test. */
public final class RebuildBench {
    private RebuildBench() {}

    public static void main(String[] arguments) throws IOException {
        int sales = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        ListedTape tape = ListedTape.of(7, sales);
        Path folder = Files.createTempDirectory("tillbook-bench");
        Path file = folder.resolve("journal.mv.db");
        for (int round = 0; round < 3; round++) {
            Files.deleteIfExists(file);
            long began = System.nanoTime();
            Opened opened = SearchJournalFile.open(file, tape);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "%d sales, %d events in %.2f s: %.0f sales/s, %s%n",
                    sales,
                    tape.acknowledgedThrough(),
                    seconds,
                    sales / seconds,
                    opened.getClass().getSimpleName());
            if (opened instanceof Rebuilt rebuilt) {
                queries(rebuilt.search());
                began = System.nanoTime();
                System.out.printf("%s in %.2f s%n", rebuilt.search().verify(tape), (System.nanoTime() - began) / 1e9);
                rebuilt.search().close();
            }
            System.out.println(Files.size(file) / sales + " bytes a sale");
        }
    }

    private static void queries(JournalSearch search) {
        JournalQuery newest = JournalQuery.newest(50);
        SaleRow some = search.find(newest.page(1, 1000)).rows().getFirst();
        String receipt = some.receipt().text();
        timed("newest", search, newest);
        timed("receipt", search, newest.withText(receipt));
        timed("last four", search, newest.withText(receipt.substring(receipt.length() - 4)));
        timed("amount", search, newest.withText(some.opening().amount().yuan()));
        timed("item", search, newest.withText("鸡蛋"));
        timed("state", search, newest.in(SaleState.OPEN));
        timed("means", search, newest.by(Means.CASH));
        timed("owed", search, newest.with(VoucherState.GIVEN));
        timed("checking", search, newest.beingChecked(true));
        timed("day", search, newest.onDays(some.opening().day(), some.opening().day()));
    }

    private static void timed(String name, JournalSearch search, JournalQuery query) {
        search.find(query);
        long began = System.nanoTime();
        Page page = search.find(query);
        System.out.printf(
                "  %s: %d of %d in %.2f ms%n",
                name, page.rows().size(), page.total(), (System.nanoTime() - began) / 1e6);
    }
}
