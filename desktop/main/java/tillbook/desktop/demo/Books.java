package tillbook.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tillbook.journal.EventCodec;
import tillbook.journal.EventCodec.Decoded;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.Json;
import tillbook.money.Money;
import tools.jackson.databind.JsonNode;

/**
 * The provider's book and the register's journal, side by side, order by order. Neither is believed: both say what they
 * hold, and each difference is named. Owned by one thread.
 */
public final class Books {
    private final Map<String, Trade> provider = new TreeMap<>();
    private final Map<String, Attempt> attempts = new TreeMap<>();
    private final Map<String, Sale> sales = new LinkedHashMap<>();

    /** One order in the provider's book, fen. */
    private record Trade(String state, long takenFen, long returnedFen) {
        long netFen() {
            return takenFen - returnedFen;
        }
    }

    /** One order in the journal. */
    private static final class Attempt {
        private boolean sent;
        private long paidFen;
        private int timesPaid;
    }

    /** One sale in the journal. */
    private static final class Sale {
        private long amountFen;
        private long paidFen;
        private int completions;
    }

    /** Reads the provider's book from the provider itself. */
    public Books readProvider(URI gateway) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest ask =
                    HttpRequest.newBuilder(gateway.resolve("/practice/book")).build();
            String body = http.send(ask, HttpResponse.BodyHandlers.ofString()).body();
            for (JsonNode entry : Json.mapper().readTree(body).path("entries").values()) {
                provider.put(
                        entry.path("order").stringValue(),
                        new Trade(
                                entry.path("state").stringValue(),
                                entry.path("takenFen").longValue(),
                                entry.path("returnedFen").longValue()));
            }
            return this;
        }
    }

    /** Reads what {@code journal export --jsonl} wrote. */
    public Books readJournal(Path export) throws IOException {
        try (Stream<String> lines = Files.lines(export, StandardCharsets.UTF_8)) {
            lines.forEach(this::readRecord);
        } catch (UncheckedIOException e) {
            throw new IOException(export + " cannot be read", e);
        }
        return this;
    }

    private void readRecord(String line) {
        JsonNode record = Json.mapper().readTree(line).path("record");
        byte[] payload = Json.mapper().writeValueAsBytes(record);
        if (EventCodec.decode(payload) instanceof Decoded.Event event) read(event.event());
        else throw new IllegalStateException("a record that cannot be read: " + line);
    }

    /** Reads one record of the journal, in its order. */
    public void read(JournalEvent event) {
        switch (event) {
            case JournalEvent.SaleFrozen frozen ->
                sale(frozen.sale().number().text()).amountFen =
                        frozen.sale().amount().fen();
            case JournalEvent.AttemptSending sending -> attempt(sending.order().text()).sent = true;
            case TenderPaid paid -> paid(paid);
            default -> {}
        }
    }

    private void paid(TenderPaid paid) {
        Sale sale = sale(paid.receipt().text());
        sale.paidFen += paid.amount().fen();
        if (paid.completion() != null) sale.completions++;
        if (!(paid instanceof JournalEvent.ScanPaid scan)) return;
        Attempt attempt = attempt(scan.order().text());
        attempt.paidFen += scan.amount().fen();
        attempt.timesPaid++;
    }

    private Attempt attempt(String order) {
        return attempts.computeIfAbsent(order, _ -> new Attempt());
    }

    private Sale sale(String receipt) {
        return sales.computeIfAbsent(receipt, _ -> new Sale());
    }

    /** What does not agree, one line each; empty if the books agree to the fen. */
    public List<String> differences() {
        List<String> found = new ArrayList<>();
        provider.forEach((order, trade) -> compare(order, trade, found));
        attempts.forEach((order, attempt) -> {
            if (attempt.timesPaid > 1) found.add(order + ": paid " + attempt.timesPaid + " times in the journal");
            if (attempt.paidFen > 0 && !provider.containsKey(order))
                found.add(order + ": paid in the journal, unknown to the provider");
        });
        sales.forEach((receipt, sale) -> compare(receipt, sale, found));
        return found;
    }

    /**
     * What may never be, not even in the middle of a payment: money asked for without a record of it, a payment in the
     * journal that the provider does not hold, a paid sale without a voucher.
     */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>();
        provider.keySet().stream().filter(order -> !isSent(order)).forEach(order -> found.add(notSent(order)));
        attempts.forEach((order, attempt) -> {
            Trade trade = provider.get(order);
            boolean held = trade != null && trade.netFen() == attempt.paidFen;
            if (attempt.paidFen > 0 && !held) found.add(order + ": paid in the journal, not held by the provider");
        });
        sales.forEach((receipt, sale) -> compare(receipt, sale, found));
        return found;
    }

    private boolean isSent(String order) {
        Attempt attempt = attempts.get(order);
        return attempt != null && attempt.sent;
    }

    private static String notSent(String order) {
        return order + ": with the provider, but its sending is not in the journal";
    }

    /** Whether a sale is paid in full by these records. */
    public boolean isPaid(String receipt) {
        Sale sale = sales.get(receipt);
        return sale != null && sale.completions > 0;
    }

    private void compare(String order, Trade trade, List<String> found) {
        Attempt attempt = attempts.get(order);
        if (attempt == null || !attempt.sent) {
            found.add(notSent(order));
            return;
        }
        if (trade.netFen() != attempt.paidFen) {
            found.add(order + ": the provider holds " + Money.ofFen(trade.netFen()) + " (" + trade.state()
                    + "), the journal says " + Money.ofFen(attempt.paidFen));
        }
    }

    private static void compare(String receipt, Sale sale, List<String> found) {
        if (sale.paidFen > sale.amountFen) {
            found.add(receipt + ": paid " + Money.ofFen(sale.paidFen) + " for " + Money.ofFen(sale.amountFen));
        }
        boolean whole = sale.amountFen > 0 && sale.paidFen == sale.amountFen;
        if (whole != (sale.completions == 1)) {
            found.add(receipt + ": paid " + Money.ofFen(sale.paidFen) + ", but " + sale.completions + " vouchers");
        }
    }

    /** What the provider took from customers and did not give back, fen. */
    public Money providerHolds() {
        return Money.ofFen(provider.values().stream().mapToLong(Trade::netFen).sum());
    }

    /** What the journal says was paid by code, fen. */
    public Money journalSays() {
        return Money.ofFen(attempts.values().stream().mapToLong(a -> a.paidFen).sum());
    }

    /** What was given back after a cancel, fen. */
    public Money returned() {
        return Money.ofFen(
                provider.values().stream().mapToLong(Trade::returnedFen).sum());
    }

    /** Orders that reached the provider. */
    public int orders() {
        return provider.size();
    }

    /** Sales that are paid in full, by code and cash together. */
    public long salesPaid() {
        return sales.values().stream().filter(sale -> sale.completions > 0).count();
    }

    /** How many orders stand in which state of the provider's book. */
    public Map<String, Integer> states() {
        Map<String, Integer> counts = new HashMap<>();
        provider.values().forEach(trade -> counts.merge(trade.state(), 1, Integer::sum));
        return new TreeMap<>(counts);
    }
}
