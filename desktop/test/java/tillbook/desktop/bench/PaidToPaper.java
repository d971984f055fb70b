package tillbook.desktop.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tillbook.bench.Benchmark;
import tillbook.bench.Figure;
import tillbook.bench.Row;
import tillbook.bench.Turns;
import tillbook.bench.Verdict;
import tillbook.desktop.window.WindowShop;
import tillbook.money.Money;
import tillbook.printing.practice.PracticePrinter;
import tillbook.register.Intent;
import tillbook.register.Reply;
import tillbook.sale.Quantity;

/**
 * Proves that paper moves as soon as a sale is paid: from the money in the register's hand, through the real register
 * thread, the tape on disk, the printing thread and TCP, to the first byte of the receipt at the practice printer. Two
 * commits lie on the way, each durable before the next step: that it is paid, and that the original is spent. Beside it
 * the least that this takes: two forced appends to a file and a byte over such a socket. It would lie if a question to the
 * printer counted as a byte of the receipt, so the printer's own count of what it worked off is waited for.
 */
public final class PaidToPaper implements Benchmark {
    private static final double P95_MAX_MS = 10;
    private static final double WORST_OF_TWENTY = 0.95;
    private static final int BLOCK = 10;
    private static final long WITHIN_S = 30;
    private static final int RECORD_BYTES = 600;

    @Override
    public String name() {
        return "paid-to-paper";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Path home = Files.createDirectories(setting.at(name()));
        try (WindowShop shop = WindowShop.open(home, 1);
                Least least = new Least(home.resolve("least"))) {
            PracticePrinter printer = shop.till.printing().practicePrinter().orElseThrow();
            int blocks = setting.either(15, 60);
            double[] all = new double[blocks * BLOCK];
            int[] run = {-blocks / 3 * BLOCK};
            Turns turns = Turns.measured(
                    blocks / 3,
                    blocks,
                    BLOCK,
                    () -> {
                        long nanos = sale(shop, printer);
                        if (run[0] >= 0) all[run[0]] = nanos / 1e6;
                        run[0]++;
                        return nanos;
                    },
                    least::nanos);
            return List.of(row(turns, p95(all)));
        }
    }

    private static long sale(WindowShop shop, PracticePrinter printer) throws Exception {
        does(shop, new Intent.AddGoods("1", "农家鲜鸡蛋 10 枚", "盒", Quantity.ONE, Money.ofFen(1_280), 900, true));
        long before = printer.worked();
        long from = System.nanoTime();
        var paid = shop.till.register().want(new Intent.PayCash(Money.ofFen(2_000)));
        awaitMore(printer, before);
        long nanos = System.nanoTime() - from;
        if (!(paid.get(WITHIN_S, TimeUnit.SECONDS) instanceof Reply.Done)) throw new IOException("not paid");
        awaitPrinted(shop);
        printer.tearOff();
        return nanos;
    }

    private static void does(WindowShop shop, Intent intent) throws Exception {
        Reply reply = shop.till.register().want(intent).get(WITHIN_S, TimeUnit.SECONDS);
        if (!(reply instanceof Reply.Done)) throw new IOException("not done: " + intent + ": " + reply);
    }

    private static void awaitMore(PracticePrinter printer, long before) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_S);
        synchronized (printer) {
            while (printer.worked() == before) {
                printer.wait(TimeUnit.SECONDS.toMillis(1));
                if (System.nanoTime() > until) throw new TimeoutException("nothing came to the printer");
            }
        }
    }

    /** The next sale finds a printer that has nothing to do, as in a shop. */
    private static void awaitPrinted(WindowShop shop) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_S);
        while (shop.state().owed().count() > 0) {
            if (System.nanoTime() > until) throw new TimeoutException("the receipt was not printed");
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static double p95(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * WORST_OF_TWENTY) - 1];
    }

    private Row row(Turns turns, double p95) {
        return new Row(
                name(),
                "paid to the first byte of the receipt at the printer's socket, two durable commits",
                turns.candidate(),
                "two forced appends and a byte over a socket",
                turns.beside(),
                turns.ratio(),
                "p95 < 10 ms",
                Verdict.of(p95 < P95_MAX_MS),
                "p95 " + Figure.rounded(p95) + " ms");
    }

    /** What nobody can do without. Used by one thread. */
    private static final class Least implements AutoCloseable {
        private final FileChannel file;
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Socket near;
        private final Socket far;

        Least(Path place) throws IOException {
            file = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            near = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
            near.setTcpNoDelay(true);
            far = server.accept();
        }

        long nanos() throws IOException {
            long from = System.nanoTime();
            for (int i = 0; i < 2; i++) {
                file.write(ByteBuffer.allocate(RECORD_BYTES));
                file.force(false);
            }
            OutputStream out = near.getOutputStream();
            out.write(1);
            if (far.getInputStream().read() != 1) throw new IOException("another byte came");
            return System.nanoTime() - from;
        }

        @Override
        public void close() throws IOException {
            near.close();
            far.close();
            server.close();
            file.close();
        }
    }
}
