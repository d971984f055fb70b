package tillbook.printing;

import java.util.random.RandomGenerator;
import tillbook.printing.document.Align;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Size;
import tillbook.printing.document.Style;

/** Documents as no shop would write them: every kind of character, every style, in any order. */
public final class RandomDocuments {
    private static final String[] PIECES = {
        "蒙牛纯牛奶",
        "250ml",
        " ",
        "  ",
        "￥12.05",
        "¥5",
        "a",
        "W",
        "{B",
        "{",
        "\u001b@",
        "\n",
        "\u0010\u0004\u0001",
        "\u0010\u0014",
        "é",
        "e\u0301",
        "😀",
        "👨\u200d👩\u200d👧",
        "龘",
        "𠮷",
        "\uE000",
        "①②③",
        "—…·",
        "\uD800",
        "\uDC00",
        "～",
        "　",
        "ﷺ",
        "ё",
        "€",
        "2026030222001412345678901234",
        "Aé中😀",
        "\t",
        "\u00a0",
        "\uFEFF",
        "□",
        "?",
        "0",
        "鼎",
        "〇",
        "㎏",
        "\u2028"
    };

    private RandomDocuments() {}

    public static Document of(RandomGenerator random) {
        Document.Builder page = new Document.Builder();
        int elements = 1 + random.nextInt(30);
        for (int i = 0; i < elements; i++) page.add(element(random));
        return page.build();
    }

    private static Element element(RandomGenerator random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new Element.Text(text(random, 20), style(random));
            case 4, 5 -> new Element.Pair(text(random, 8), text(random, 3), style(random));
            case 6 -> new Element.Labelled(text(random, 3), text(random, 5));
            case 7 -> new Element.Rule();
            case 8 -> new Element.Space();
            case 9 -> new Element.Barcode(barcode(random));
            case 10 -> new Element.Qr(qr(random));
            default -> random.nextBoolean() ? new Element.Logo() : new Element.Cut();
        };
    }

    private static String text(RandomGenerator random, int pieces) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(pieces + 1);
        for (int i = 0; i < count; i++) text.append(PIECES[random.nextInt(PIECES.length)]);
        return text.toString();
    }

    private static Style style(RandomGenerator random) {
        return new Style(
                one(random, Align.values()), one(random, Size.values()), random.nextBoolean(), random.nextBoolean());
    }

    private static <E> E one(RandomGenerator random, E[] all) {
        return all[random.nextInt(all.length)];
    }

    private static String barcode(RandomGenerator random) {
        StringBuilder data = new StringBuilder();
        int letters = random.nextInt(12);
        for (int i = 0; i < letters; i++) data.append((char) (' ' + random.nextInt(95)));
        int digits = random.nextInt(8) + (letters == 0 ? 1 : 0);
        // Digits of which pairs are 16, 04, 05 and 20: in set C they are the bytes of real-time commands.
        for (int i = 0; i < digits; i++)
            data.append(random.nextBoolean() ? "160420051605" : "7").setLength(Math.min(data.length(), 24));
        return data.toString();
    }

    private static String qr(RandomGenerator random) {
        int length = 1 + random.nextInt(150);
        StringBuilder data = new StringBuilder();
        boolean chinese = random.nextInt(4) == 0;
        for (int i = 0; i < length; i++) {
            data.append(chinese ? (char) (0x4E00 + random.nextInt(2000)) : (char) (' ' + random.nextInt(95)));
        }
        if (random.nextInt(8) == 0) data.append("\u0010\u0004\u0001");
        return data.toString();
    }
}
