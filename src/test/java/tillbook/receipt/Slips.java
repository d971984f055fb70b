package tillbook.receipt;

import java.time.Instant;
import java.util.List;
import tillbook.money.Money;
import tillbook.payment.Provider;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/** One slip of each kind, for the tests of everything that prints them. */
public final class Slips {
    private static final Instant AT = Instant.parse("2026-03-02T06:03:22Z");
    private static final Merchant SHOP = new Merchant("明账便利店", "人民路店");
    private static final ReceiptNumber NUMBER = new ReceiptNumber("T007K700000042");
    private static final OrderNumber ORDER = NUMBER.order(1, "xYz9Q2");
    private static final String TRADE = "2026030222001412345678901234";

    private Slips() {}

    public static Receipt paidByScan() {
        Tender.Scan scan = new Tender.Scan(
                Provider.ALIPAY, total(), TRADE, ORDER, AT.minusSeconds(1), "138****1234", Money.ofFen(22_06));
        return receipt(Receipt.Kind.SALE, false, scan);
    }

    public static Receipt paidInCash() {
        return receipt(Receipt.Kind.SALE, false, cash());
    }

    public static Receipt practiceCopy() {
        return receipt(Receipt.Kind.SALE, true, cash()).asCopy(2, AT.plusSeconds(600), "S02");
    }

    public static Receipt beingChecked() {
        return receipt(Receipt.Kind.BEING_CHECKED, false, new Tender.BeingChecked(Provider.ALIPAY, total(), ORDER));
    }

    public static RefundSlip refund() {
        return new RefundSlip(
                SHOP,
                false,
                7,
                "S02",
                NUMBER,
                "R007K700000042011",
                AT.plusSeconds(3600),
                total(),
                Money.ofFen(11_00),
                new RefundSlip.Way.Scan(Provider.ALIPAY, ORDER, TRADE),
                "包装破损",
                null);
    }

    public static HeldSlip held() {
        return new HeldSlip(SHOP, false, 7, "A01", HeldNumber.of(7, "K7", 5), AT, lines(), total());
    }

    public static TestPage test() {
        return new TestPage(SHOP, false, "前台 front desk", "epson-cn-80", AT);
    }

    /** A receipt with a name that no printer for GB can draw, and signs that are wider on paper than by Unicode. */
    public static Receipt strange() {
        Line emoji = line(1, "冰淇淋🍦 café ¥5 “特价” ①②③ ℃…", 3, 5_00, 0, 1300);
        Money amount = emoji.amount();
        return new Receipt(
                Receipt.Kind.SALE,
                SHOP,
                false,
                7,
                "A01",
                NUMBER,
                AT,
                List.of(emoji),
                amount,
                List.of(new Tender.Cash(amount, amount, Money.ZERO)),
                null);
    }

    private static Receipt receipt(Receipt.Kind kind, boolean practice, Tender tender) {
        return new Receipt(kind, SHOP, practice, 7, "A01", NUMBER, AT, lines(), total(), List.of(tender), null);
    }

    private static Tender.Cash cash() {
        return new Tender.Cash(total(), Money.ofFen(50_00), Money.ofFen(26_94));
    }

    private static List<Line> lines() {
        return List.of(
                line(1, "蒙牛纯牛奶 250ml", 2, 5_50, 1_00, 1300),
                line(2, "红富士苹果 Fuji apples, sweet", 0, 12_80, 0, 900),
                line(3, "矿泉水", 1, 2_00, 0, 0));
    }

    private static Money total() {
        return lines().stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    private static Line line(int number, String name, int pieces, long priceFen, long discountFen, int rate) {
        return new Line(
                number,
                "1001",
                name,
                pieces == 0 ? "kg" : "件",
                pieces == 0 ? new Quantity(864) : Quantity.ofPieces(pieces),
                Money.ofFen(priceFen),
                Money.ofFen(discountFen),
                rate,
                LineKind.SALE);
    }
}
