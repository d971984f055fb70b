package tillbook.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tillbook.sale.ReceiptNumber;

/**
 * The receipt numbers of many vouchers owed, kept as ranges: a shop that has no printer owes one number after the other,
 * and a year of them is a few ranges. Immutable.
 *
 * @param ranges at most {@link #RANGES_MAX}, none touching another, in the order of their numbers
 */
record OlderVouchers(List<Range> ranges) {
    /** Ends one by one in the middle make ranges; beyond this many the lowest numbers are only counted. */
    static final int RANGES_MAX = 5_000;

    static final OlderVouchers NONE = new OlderVouchers(List.of());

    /** {@code T}, register, epoch. */
    private static final int HEAD_CHARS = 6;

    /**
     * Numbers that follow each other.
     *
     * @param head what stands before their sequence
     */
    record Range(String head, long first, long last) {
        long count() {
            return last - first + 1;
        }

        boolean contains(String otherHead, long sequence) {
            return head.equals(otherHead) && first <= sequence && sequence <= last;
        }

        private boolean isBefore(String otherHead, long sequence) {
            int order = head.compareTo(otherHead);
            return order < 0 || (order == 0 && last < sequence);
        }

        private boolean touches(Range next) {
            return head.equals(next.head) && last + 1 == next.first;
        }
    }

    OlderVouchers {
        ranges = List.copyOf(ranges);
    }

    long count() {
        return ranges.stream().mapToLong(Range::count).sum();
    }

    boolean contains(ReceiptNumber receipt) {
        String head = head(receipt);
        long sequence = sequence(receipt);
        return ranges.stream().anyMatch(range -> range.contains(head, sequence));
    }

    OlderVouchers with(ReceiptNumber receipt) {
        if (contains(receipt)) return this;
        String head = head(receipt);
        long sequence = sequence(receipt);
        int place = 0;
        while (place < ranges.size() && ranges.get(place).isBefore(head, sequence)) place++;
        List<Range> all = new ArrayList<>(ranges);
        all.add(place, new Range(head, sequence, sequence));
        if (place + 1 < all.size()) join(all, place);
        if (place > 0) join(all, place - 1);
        return new OlderVouchers(all);
    }

    private static void join(List<Range> all, int place) {
        Range left = all.get(place);
        Range right = all.get(place + 1);
        if (!left.touches(right)) return;
        all.remove(place + 1);
        all.set(place, new Range(left.head(), left.first(), right.last()));
    }

    OlderVouchers without(ReceiptNumber receipt) {
        String head = head(receipt);
        long sequence = sequence(receipt);
        List<Range> all = new ArrayList<>();
        for (Range range : ranges) {
            if (!range.contains(head, sequence)) {
                all.add(range);
                continue;
            }
            if (range.first() < sequence) all.add(new Range(head, range.first(), sequence - 1));
            if (sequence < range.last()) all.add(new Range(head, sequence + 1, range.last()));
        }
        return new OlderVouchers(all);
    }

    boolean isFull() {
        return ranges.size() > RANGES_MAX;
    }

    OlderVouchers withoutTheLowest() {
        return new OlderVouchers(ranges.subList(1, ranges.size()));
    }

    /** As a snapshot bears them, one text a head: {@code T001K7 1-300 305 310-999}. */
    List<String> texts() {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        for (Range range : ranges) {
            StringBuilder text = texts.computeIfAbsent(range.head(), head -> new StringBuilder(head));
            text.append(' ').append(range.first());
            if (range.count() > 1) text.append('-').append(range.last());
        }
        return texts.values().stream().map(StringBuilder::toString).toList();
    }

    /**
     * Reads what {@link #texts} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static OlderVouchers of(List<String> texts) {
        List<Range> all = new ArrayList<>();
        for (String text : texts) {
            String[] words = text.split(" ", -1);
            for (int i = 1; i < words.length; i++) all.add(range(words[0], words[i]));
        }
        return new OlderVouchers(all);
    }

    private static Range range(String head, String word) {
        int dash = word.indexOf('-');
        long first = Long.parseLong(dash < 0 ? word : word.substring(0, dash));
        long last = dash < 0 ? first : Long.parseLong(word.substring(dash + 1));
        if (first < 1 || last < first) throw new IllegalArgumentException("no range of receipt numbers: " + word);
        return new Range(head, first, last);
    }

    private static String head(ReceiptNumber receipt) {
        return receipt.text().substring(0, HEAD_CHARS);
    }

    private static long sequence(ReceiptNumber receipt) {
        return Long.parseLong(receipt.text().substring(HEAD_CHARS));
    }
}
