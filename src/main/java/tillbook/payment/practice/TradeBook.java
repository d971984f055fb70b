package tillbook.payment.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tillbook.payment.practice.BookLine.Trade;
import tillbook.payment.practice.BookLine.UsedCode;

/**
 * The practice provider's book of money. Plans (a late confirmation, a time-out) are carried out whenever somebody looks,
 * with the time they were planned for, so nothing needs a timer. Owned by the {@link TradeDesk}, used under its lock.
 */
final class TradeBook implements AutoCloseable {
    private static final int TRADES_MAX = 1_000_000;

    private final Map<String, Trade> trades = new LinkedHashMap<>();
    private final Set<String> usedCodes = new HashSet<>();
    private final BookFile file;

    /** Opens the book; null keeps it in memory alone. */
    TradeBook(@Nullable Path path) throws IOException {
        this.file = path == null ? BookFile.nowhere() : BookFile.open(path, this::take);
    }

    /** The trade as it stands now, if it has reached the provider. */
    Optional<Trade> seen(String order, Instant now) {
        return Optional.ofNullable(trades.get(order))
                .filter(trade -> trade.isSeen(now))
                .map(trade -> settled(trade, now));
    }

    /** A trade that has not reached the provider yet. */
    Optional<Trade> underWay(String order, Instant now) {
        return Optional.ofNullable(trades.get(order)).filter(trade -> !trade.isSeen(now));
    }

    void write(Trade trade) {
        append(trade);
    }

    /** A number that no trade has borne, in the form of the provider's: the day, then a running number. */
    String nextTradeNumber(String day) {
        if (trades.size() >= TRADES_MAX) throw new IllegalStateException("the book is full; start with a new file");
        return day + "2200" + String.format("%016d", trades.size() + 1);
    }

    /** Marks a code as used; false if it was used before. */
    boolean useCode(String code) {
        String sha256 = sha256(code);
        if (usedCodes.contains(sha256)) return false;
        append(new UsedCode(sha256));
        return true;
    }

    /** Every customer who is still to confirm does so now. */
    void confirm(Instant now) {
        for (Trade trade : List.copyOf(trades.values())) {
            Trade there = settled(trade, now);
            Trade confirmed = there.confirmed(now);
            if (!confirmed.equals(there)) append(confirmed);
        }
    }

    /** Every order that has reached the provider, as it stands now. */
    List<BookEntry> entries(Instant now) {
        List<BookEntry> entries = new ArrayList<>();
        for (Trade trade : List.copyOf(trades.values())) {
            if (trade.isSeen(now)) entries.add(settled(trade, now).entry());
        }
        return entries;
    }

    /** How many trades are still to arrive, to be confirmed or to be closed by their time-out. */
    int openTrades(Instant now) {
        return (int) trades.values().stream()
                .filter(trade -> !trade.at(now).isSettled())
                .count();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private Trade settled(Trade trade, Instant now) {
        Trade settled = trade.at(now);
        if (!settled.equals(trade)) append(settled);
        return settled;
    }

    private void append(BookLine line) {
        try {
            file.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException("the practice book cannot be written; look at the disk", e);
        }
        take(line);
    }

    private void take(BookLine line) {
        switch (line) {
            case Trade trade -> trades.put(trade.order(), trade);
            case UsedCode code -> usedCodes.add(code.sha256());
        }
    }

    private static String sha256(String code) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
