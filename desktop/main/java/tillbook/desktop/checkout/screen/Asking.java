package tillbook.desktop.checkout.screen;

import java.util.List;
import java.util.stream.Stream;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.Step;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.receipt.Receipt;
import tillbook.register.Intent;
import tillbook.register.Reply;
import tillbook.sale.HeldNumber;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/** What the person was asked, or opened; with {@link Nothing} the right column shows where things stand. Immutable. */
sealed interface Asking {
    /** Nothing: the register's state is shown. */
    record Nothing() implements Asking {}

    /** The customer's payment code. */
    record PaymentCode() implements Asking {}

    /** How much cash was given. */
    record Cash() implements Asking {}

    /** Another quantity for a line of the basket. */
    record LineQuantity(int line) implements Asking {}

    /** Another price for a line of the basket. */
    record LinePrice(int line) implements Asking {}

    /**
     * What is taken off.
     *
     * @param line the line that is meant unless it is the whole basket
     */
    record Discounting(int line, boolean whole) implements Asking {}

    /** A note for what steps aside. */
    record Hold() implements Asking {}

    /** Baskets that are held. */
    record Held() implements Asking {}

    /** Whether a held basket shall be dropped. */
    record DropHeld(HeldNumber number) implements Asking {}

    /**
     * Whether what lies on the counter shall be held first.
     *
     * @param then what was wanted of the empty counter
     */
    record HoldFirst(Intent then) implements Asking {}

    /** Name and price of goods that the catalogue does not know. */
    record NewGoods(String code) implements Asking {}

    /**
     * The weight of goods that have no label.
     *
     * @param then what was scanned meanwhile and has none either; asked about next, in this order
     */
    record Weight(Good good, List<Good> then) implements Asking {
        /** More than this scanned before the first was weighed is no person with a scale. */
        static final int THEN_MAX = 10;

        Weight(Good good) {
            this(good, List.of());
        }

        public Weight {
            then = List.copyOf(then);
        }

        /** The same, and after it these, unless they are asked about already: who hears that goods are asked about scans again. */
        Weight and(Good more) {
            if (more.equals(good) || then.contains(more) || then.size() == THEN_MAX) return this;
            return new Weight(
                    good, Stream.concat(then.stream(), Stream.of(more)).toList());
        }
    }

    /**
     * Goods by name.
     *
     * @param goods of this query if it was searched, else of the one before
     * @param takes the first shall be taken when this query was searched
     */
    record Find(String query, List<Good> goods, boolean searched, boolean takes) implements Asking {
        Find(String query, List<Good> goods, boolean searched) {
            this(query, goods, searched, false);
        }
    }

    /** Whether so large an amount is right. */
    record LargeAmount(Step.AsksAmount asks) implements Asking {}

    /** Which of several meanings a scan has. */
    record Meaning(Step.AsksMeaning asks) implements Asking {}

    /** Whether the customer keeps the goods. */
    record Goods(OrderNumber order) implements Asking {}

    /** Whether the customer may pay another way although a cancel has no answer. */
    record AllowAnother(OrderNumber order) implements Asking {}

    /** Attempts that have no outcome yet. */
    record OpenAttempts() implements Asking {}

    /** Sales that are not paid and not at the counter. */
    record Unpaid() implements Asking {}

    /** Vouchers owed. */
    record Vouchers() implements Asking {}

    /** How a person ended an attempt. */
    record Settle(OrderNumber order, Settlement settlement) implements Asking {}

    /** A sale that its receipt's code named. */
    record OneSale(ReceiptNumber receipt) implements Asking {}

    /**
     * A sale that is paid.
     *
     * @param copies the highest number that a copy of its receipt bears
     */
    record PaidSale(Receipt receipt, int copies) implements Asking {}

    /** What the printer's light says, its test page, and which printer to use. */
    record PrinterLight() implements Asking {}

    /** Language, look, and what is rarely needed. */
    record More() implements Asking {}

    /** Who sells from now on. */
    record SignOn() implements Asking {}

    /** What is asked when this has its answer, or gets none. */
    default Asking next() {
        return this instanceof Weight(Good _, List<Good> then) && !then.isEmpty()
                ? new Weight(then.getFirst(), then.subList(1, then.size()))
                : new Nothing();
    }

    /** Why the register did not do it. */
    record Refused(Reply.Refused refused) implements Asking {}

    /** Whether to close. */
    record Closing() implements Asking {}
}
