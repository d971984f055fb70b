package tillbook.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tillbook.sale.ReceiptNumber;

/**
 * 重打印: copies that are under way although no voucher is owed any more, and the numbers that copies bore lately, so that
 * none is given twice. Immutable.
 *
 * @param open in the order they were ordered, at most {@link #OPEN_MAX}
 * @param numbers of the receipts copied last, at most {@link #NUMBERS_MAX}; the searchable journal knows those before
 */
public record Copies(List<Open> open, List<Newest> numbers) {
    /** More at once than this waits for a person to look at the paper. */
    public static final int OPEN_MAX = 50;

    static final int NUMBERS_MAX = 500;
    static final Copies NONE = new Copies(List.of(), List.of());

    /** One sheet that is not at its end. */
    public record Open(ReceiptNumber receipt, Sheet sheet) {}

    /** The highest number that a copy of this receipt bore. */
    public record Newest(ReceiptNumber receipt, int copy) {}

    public Copies {
        open = List.copyOf(open);
        numbers = List.copyOf(numbers);
    }

    Optional<Sheet> of(ReceiptNumber receipt, int copy) {
        return open.stream()
                .filter(one -> one.receipt().equals(receipt) && one.sheet().copy() == copy)
                .map(Open::sheet)
                .findFirst();
    }

    /** The sheet of this receipt that was ordered last and is not at its end. */
    Optional<Sheet> newestOf(ReceiptNumber receipt) {
        return open.stream()
                .filter(one -> one.receipt().equals(receipt))
                .map(Open::sheet)
                .reduce((_, later) -> later);
    }

    /** The highest number known here, 0 if none is. */
    int highest(ReceiptNumber receipt) {
        return numbers.stream()
                .filter(one -> one.receipt().equals(receipt))
                .mapToInt(Newest::copy)
                .max()
                .orElse(0);
    }

    Copies counted(ReceiptNumber receipt, int copy) {
        List<Newest> all = new ArrayList<>(
                numbers.stream().filter(one -> !one.receipt().equals(receipt)).toList());
        all.add(new Newest(receipt, Math.max(copy, highest(receipt))));
        return new Copies(open, all.size() <= NUMBERS_MAX ? all : all.subList(1, all.size()));
    }

    /** What was unspent or unknown of the same receipt before it makes room. */
    Copies with(ReceiptNumber receipt, Sheet sheet) {
        List<Open> all = new ArrayList<>(open.stream()
                .filter(one -> !one.receipt().equals(receipt) || one.sheet().isUnderWay())
                .toList());
        all.add(new Open(receipt, sheet));
        return new Copies(all, numbers);
    }

    Copies without(ReceiptNumber receipt, int copy) {
        return new Copies(
                open.stream()
                        .filter(one ->
                                !one.receipt().equals(receipt) || one.sheet().copy() != copy)
                        .toList(),
                numbers);
    }

    Copies changed(ReceiptNumber receipt, int copy, UnaryOperator<Sheet> change) {
        return new Copies(
                open.stream()
                        .map(one -> one.receipt().equals(receipt) && one.sheet().copy() == copy
                                ? new Open(receipt, change.apply(one.sheet()))
                                : one)
                        .toList(),
                numbers);
    }
}
