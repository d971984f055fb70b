package tillbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogOpening;
import tillbook.catalog.GoodsSource;
import tillbook.catalog.ImportAnswer;
import tillbook.catalog.PinyinInitials;

/**
 * Proves that the size of a shop is not felt at the scanner: look-ups among a million goods beside the same among ten
 * thousand, right after opening and warm. Codes are drawn by chance, so the few that are remembered from before hardly
 * help. It would lie if only a small part of the goods were ever asked for, or if initials were asked that nothing has.
 */
final class GoodsLookUp implements Benchmark {
    private static final double P99_MAX_MS = 0.5;
    private static final int FEW_GOODS = 10_000;
    private static final int INITIALS_MIN = 3;
    private static final int INITIALS_MAX = 6;
    private static final int SHOWN = 20;
    private static final int BLOCK = 200;

    private final SplittableRandom chance = new SplittableRandom(11);

    @Override
    public String name() {
        return "goods";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        GoodsList many = new GoodsList(setting.either(100_000, 1_000_000));
        GoodsList few = new GoodsList(FEW_GOODS);
        load(setting.at("many"), many);
        load(setting.at("few"), few);
        try (Catalog large = open(setting.at("many"));
                Catalog small = open(setting.at("few"))) {
            Turns cold = Turns.take(0, 5, BLOCK, () -> byCode(large, many), () -> byCode(small, few));
            int blocks = setting.either(50, 150);
            Turns warm = Turns.take(50, blocks, BLOCK, () -> byCode(large, many), () -> byCode(small, few));
            Turns letters =
                    Turns.take(10, blocks / 10, BLOCK, () -> byInitials(large, many), () -> byInitials(small, few));
            return List.of(
                    row("by code, the first after opening", many, cold, false),
                    row("by code", many, warm, true),
                    row("by initials", many, letters, false));
        }
    }

    private static void load(Path folder, GoodsList goods) throws IOException {
        Files.createDirectories(folder);
        Path file = goods.write(folder.resolve("goods.csv"));
        try (Catalog catalog = open(folder)) {
            ImportAnswer answer = catalog.importCsv(GoodsSource.of(file));
            if (!(answer instanceof ImportAnswer.Imported imported) || imported.added() != goods.size()) {
                throw new IOException("the goods were not taken over: " + answer);
            }
        }
    }

    private static Catalog open(Path folder) throws IOException {
        return switch (Catalog.open(folder)) {
            case CatalogOpening.Opened opened -> opened.catalog();
            case CatalogOpening.BegunEmpty begun -> begun.catalog();
            case CatalogOpening other -> throw new IOException("the goods cannot be opened: " + other);
        };
    }

    private void byCode(Catalog catalog, GoodsList goods) {
        String code = goods.code(chance.nextInt(goods.size()));
        if (catalog.find(code).isEmpty()) throw new IllegalStateException("not found: " + code);
    }

    private void byInitials(Catalog catalog, GoodsList goods) {
        String initials =
                PinyinInitials.of(goods.name(chance.nextInt(goods.size()))).getFirst();
        int length = Math.min(initials.length(), chance.nextInt(INITIALS_MIN, INITIALS_MAX + 1));
        if (catalog.byInitials(initials.substring(0, length), SHOWN).isEmpty()) {
            throw new IllegalStateException("not found: " + initials);
        }
    }

    private Row row(String how, GoodsList many, Turns turns, boolean promised) {
        Figure figure = turns.candidate();
        return new Row(
                name(),
                String.format(java.util.Locale.ROOT, "a look-up among %,d goods, %s", many.size(), how),
                figure,
                String.format(java.util.Locale.ROOT, "among %,d", FEW_GOODS),
                turns.beside(),
                turns.ratio(),
                promised ? "p99 < " + P99_MAX_MS + " ms" : "",
                promised ? Verdict.of(figure.p99() < P99_MAX_MS) : Verdict.TOLD,
                "");
    }
}
