package tillbook.desktop.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.HalfWidth;
import tillbook.desktop.checkout.DiscountEntry;
import tillbook.desktop.checkout.SafeNote;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.money.Money;
import tillbook.register.Intent;
import tillbook.sale.HeldNumber;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/**
 * Understands a line of input: takes away what an input method or a scanner adds (full-width forms, control and invisible
 * characters, spaces), then looks for a word. Pure.
 */
final class CommandReader {
    private static final long WAIT_DEFAULT_S = 90;
    private static final long WAIT_MAX_S = 600;
    private static final int NUMBER_DIGITS_MAX = 8;
    private static final Pattern TROUBLE_CODE = Pattern.compile("[a-zA-Z-]{1,24}");
    private static final Pattern SPACES = Pattern.compile(" +");

    private CommandReader() {}

    static Command read(String line) {
        String plain = plain(line);
        if (plain.isEmpty()) return new Command.Nothing();
        String[] parts = SPACES.split(plain, 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return Word.of(parts[0]).map(word -> read(word, rest)).orElseGet(() -> new Command.Scan(plain));
    }

    /** One line of plain characters with single spaces between them. */
    static String plain(String line) {
        StringBuilder kept = new StringBuilder(line.length());
        HalfWidth.of(line).codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) kept.append(' ');
            else if (!isInvisible(c)) kept.appendCodePoint(c);
        });
        return SPACES.matcher(kept).replaceAll(" ").strip();
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static Command read(Word word, String rest) {
        try {
            Command command = understood(word, rest);
            return command == null ? new Command.Misused(word) : command;
        } catch (IllegalArgumentException e) {
            // An amount, a quantity or a number that is none. Its text is not shown: it may be a scanned payment code.
            return new Command.Misused(word);
        }
    }

    private static @Nullable Command understood(Word word, String rest) {
        return switch (word) {
            case CASH -> rest.isEmpty() ? null : wants(new Intent.PayCash(amount(rest)));
            case QUANTITY -> quantity(words(rest));
            case PRICE -> price(rest.split(" ", 3));
            case DISCOUNT -> discount(rest);
            case VOID -> wants(new Intent.VoidLine(rest.isEmpty() ? Intent.NEWEST_LINE : number(rest)));
            case ADD -> add(words(rest));
            case STOP -> stop(words(rest));
            case HOLD -> wants(new Intent.HoldBasket(SafeNote.reason(rest)));
            case RECALL -> recall(rest);
            case RESUME -> wants(new Intent.Recall(receipt(rest)));
            case ABANDON -> wants(new Intent.Abandon(receipt(rest)));
            case GIVEN -> wants(new Intent.SettleVoucher(receipt(rest), VoucherEnd.GIVEN));
            case WAIVE -> wants(new Intent.SettleVoucher(receipt(rest), VoucherEnd.WAIVED));
            case ALLOW -> allow(words(rest));
            case SETTLE -> settle(rest);
            case RECEIPT -> new Command.ShowReceipt(rest.isEmpty() ? null : receipt(rest));
            case PRINT -> new Command.Print(rest.isEmpty() ? null : receipt(rest));
            case PRINTED -> new Command.Looked(rest.isEmpty() ? null : receipt(rest), true);
            case NOT_PRINTED -> new Command.Looked(rest.isEmpty() ? null : receipt(rest), false);
            case TEST_PAGE -> alone(rest, new Command.TestPage());
            case FIND -> rest.isEmpty() ? null : new Command.Find(rest);
            case WAIT -> new Command.Wait(seconds(rest) * 1_000);
            case CASHIER -> cashier(rest);
            case TROUBLE -> trouble(words(rest));
            case LANGUAGE -> language(rest);
            case DROP -> alone(rest, wants(new Intent.DropBasket()));
            case YES -> alone(rest, new Command.Yes());
            case NO -> alone(rest, new Command.No());
            case STATUS -> alone(rest, new Command.Status());
            case OPEN -> alone(rest, new Command.Open());
            case HELP -> new Command.Help();
            case QUIT -> alone(rest, new Command.Quit());
        };
    }

    private static Command wants(Intent intent) {
        return new Command.Wants(intent);
    }

    private static @Nullable Command alone(String rest, Command command) {
        return rest.isEmpty() ? command : null;
    }

    private static List<String> words(String rest) {
        return rest.isEmpty() ? List.of() : Arrays.asList(rest.split(" "));
    }

    /** With or without the sign of the currency. */
    private static Money amount(String text) {
        return Money.parseYuan(text.replaceFirst("^[¥￥$]", "").strip());
    }

    private static @Nullable Command quantity(List<String> words) {
        return switch (words.size()) {
            case 1 -> wants(new Intent.ChangeQuantity(Intent.NEWEST_LINE, Quantity.parse(words.get(0))));
            case 2 -> wants(new Intent.ChangeQuantity(number(words.get(0)), Quantity.parse(words.get(1))));
            default -> null;
        };
    }

    private static @Nullable Command add(List<String> words) {
        return switch (words.size()) {
            case 0 -> null;
            case 1 -> new Command.AddByHand(words.get(0), Quantity.ONE);
            case 2 -> new Command.AddByHand(words.get(0), Quantity.parse(words.get(1)));
            default -> addNew(words.get(0), words.get(1), String.join(" ", words.subList(2, words.size())));
        };
    }

    /** Digits that may be a payment code do not go into the catalogue as a name. */
    private static @Nullable Command addNew(String code, String price, String name) {
        if (SafeNote.mayHoldAPaymentCode(name)) return null;
        return new Command.AddNew(code, amount(price).yuan(), name);
    }

    private static @Nullable Command price(String[] words) {
        if (words[0].isEmpty()) return null;
        int line = words.length > 1 ? number(words[1]) : Intent.NEWEST_LINE;
        return wants(
                new Intent.ChangePrice(line, amount(words[0]), words.length > 2 ? SafeNote.reason(words[2]) : null));
    }

    private static @Nullable Command discount(String rest) {
        String[] words = rest.split(" ", 3);
        boolean ofLine = words[0].equalsIgnoreCase("line") || words[0].equals("行");
        if (!ofLine) {
            String[] two = rest.split(" ", 2);
            return DiscountEntry.read(two[0], two.length > 1 ? SafeNote.reason(two[1]) : "")
                    .<Command>map(discount -> wants(new Intent.DiscountBasket(discount)))
                    .orElse(null);
        }
        if (words.length < 3) return null;
        String[] two = words[2].split(" ", 2);
        int line = number(words[1]);
        return DiscountEntry.read(two[0], two.length > 1 ? SafeNote.reason(two[1]) : "")
                .<Command>map(discount -> wants(new Intent.DiscountLine(line, discount)))
                .orElse(null);
    }

    /** A held number goes the way of a scan, so that a wrong digit is said; a receipt's number means an unpaid sale. */
    private static Command recall(String rest) {
        String capitals = rest.toUpperCase(Locale.ROOT);
        if (HeldNumber.isForm(capitals)) return new Command.Scan(capitals);
        if (ReceiptNumber.FORM.matcher(capitals).matches()) return wants(new Intent.Recall(receipt(rest)));
        return new Command.RecallHeld(rest.isEmpty() ? 0 : number(rest));
    }

    private static @Nullable Command stop(List<String> words) {
        if (words.isEmpty()) return wants(new Intent.Stop(null, null));
        Boolean keepsGoods = keepsGoods(words.get(0));
        if (keepsGoods == null || words.size() > 2) return null;
        return wants(new Intent.Stop(words.size() == 2 ? new OrderNumber(words.get(1)) : null, keepsGoods));
    }

    private static @Nullable Command allow(List<String> words) {
        if (words.size() > 1) return null;
        return wants(new Intent.AllowAnother(words.isEmpty() ? null : new OrderNumber(words.get(0))));
    }

    private static @Nullable Boolean keepsGoods(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "kept", "带走" -> Boolean.TRUE;
            case "back", "留下" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static @Nullable Command settle(String rest) {
        String[] words = rest.split(" ", 3);
        if (words.length < 3) return null;
        OrderNumber order = new OrderNumber(words[0]);
        return settlement(words[1])
                .<Command>map(end -> wants(new Intent.SettleAttempt(order, end, SafeNote.note(words[2]))))
                .orElse(null);
    }

    private static Optional<Settlement> settlement(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "returned", "已退" -> Optional.of(Settlement.MONEY_RETURNED);
            case "not-taken", "未收" -> Optional.of(Settlement.MONEY_NOT_TAKEN);
            default -> Optional.empty();
        };
    }

    private static @Nullable Command cashier(String rest) {
        return SafeNote.isCashier(rest) ? wants(new Intent.SignOn(rest)) : null;
    }

    private static @Nullable Command trouble(List<String> words) {
        if (words.isEmpty()) return new Command.Trouble("", Command.Trouble.Switch.ON);
        // What has digits in it may be a scanned payment code, and is not shown again.
        if (words.size() != 2 || !TROUBLE_CODE.matcher(words.get(0)).matches()) return null;
        String code = words.get(0).toUpperCase(Locale.ROOT);
        return switch (words.get(1).toLowerCase(Locale.ROOT)) {
            case "on", "开" -> new Command.Trouble(code, Command.Trouble.Switch.ON);
            case "off", "关" -> new Command.Trouble(code, Command.Trouble.Switch.OFF);
            case "now", "现在" -> new Command.Trouble(code, Command.Trouble.Switch.NOW);
            default -> null;
        };
    }

    private static @Nullable Command language(String rest) {
        return switch (rest.toLowerCase(Locale.ROOT)) {
            case "zh-cn", "zh", "中文" -> new Command.Language(Locale.SIMPLIFIED_CHINESE);
            case "en", "english", "英文" -> new Command.Language(Locale.ENGLISH);
            default -> null;
        };
    }

    private static long seconds(String rest) {
        long seconds = rest.isEmpty() ? WAIT_DEFAULT_S : number(rest);
        return Math.min(seconds, WAIT_MAX_S);
    }

    private static ReceiptNumber receipt(String text) {
        return new ReceiptNumber(text.toUpperCase(Locale.ROOT));
    }

    /** A whole number over 0. */
    private static int number(String text) {
        boolean plain = !text.isEmpty()
                && text.length() <= NUMBER_DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = plain ? Integer.parseInt(text) : 0;
        if (number == 0) throw new IllegalArgumentException("a whole number over 0");
        return number;
    }
}
