package tillbook.desktop.goods;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogText;
import tillbook.catalog.CatalogUnreadable;
import tillbook.catalog.Good;
import tillbook.catalog.ImportAnswer;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.Desk;
import tillbook.desktop.control.Request;
import tillbook.text.Texts;

/** Answers {@code goods import} and {@code goods find}. Safe from any thread, as the catalogue is. */
public final class GoodsDesk implements Desk {
    private static final int DONE = 0;
    private static final int NO = 1;
    private static final int BROKEN = 3;
    private static final int FOUND_MAX = 50;

    private final Catalog catalog;

    public GoodsDesk(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public int answer(Request request, Consumer<Answer> out) {
        Texts texts = Texts.of("desktop.goods", request.language());
        try {
            return request.ask().equals("goods import") ? take(request, texts, out) : find(request, texts, out);
        } catch (CatalogUnreadable e) {
            out.accept(error("SYS-CATALOGUE", texts.text("unreadable")));
            return BROKEN;
        }
    }

    private int take(Request request, Texts texts, Consumer<Answer> out) {
        Path file = Path.of(request.arg("file").orElse(""));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            out.accept(error("NO_FILE", texts.text("no-file", file)));
            return NO;
        }
        ImportAnswer answer = catalog.importCsv(() -> open(file));
        CatalogText words = new CatalogText(request.language());
        Answer.Building told = Answer.of("import").with("file", file.toString());
        boolean done = answer instanceof ImportAnswer.Imported;
        out.accept(facts(told.with("done", done), answer).text(sentences(answer, words)));
        return done ? DONE : NO;
    }

    private static java.io.InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    private static Answer.Building facts(Answer.Building told, ImportAnswer answer) {
        return switch (answer) {
            case ImportAnswer.Imported taken ->
                told.with("added", taken.added())
                        .with("changed", taken.changed())
                        .with("unchanged", taken.unchanged());
            case ImportAnswer.Refused refused ->
                told.with("refused", refused.total())
                        .with(
                                "lines",
                                refused.lines().stream()
                                        .map(ImportAnswer.RefusedLine::line)
                                        .toList());
            case ImportAnswer.NotAGoodsFile _, ImportAnswer.NotSaved _ -> told;
        };
    }

    private static String sentences(ImportAnswer answer, CatalogText words) {
        StringBuilder text = new StringBuilder(words.say(answer));
        if (answer instanceof ImportAnswer.Refused refused) {
            refused.lines().forEach(line -> text.append('\n').append(words.say(line)));
        }
        return text.toString();
    }

    private int find(Request request, Texts texts, Consumer<Answer> out) {
        List<Good> goods = catalog.search(request.arg("words").orElse(""), FOUND_MAX);
        for (Good good : goods) {
            out.accept(Answer.of("good")
                    .with("code", good.code())
                    .with("name", good.name())
                    .with("englishName", good.englishName())
                    .with("unitPriceFen", good.unitPrice().fen())
                    .with("unit", good.unit())
                    .with("weighed", good.weighed())
                    .text(texts.text(
                            "good", good.code(), good.nameIn(request.language()), good.unitPrice(), good.unit())));
        }
        if (goods.isEmpty()) out.accept(Answer.of("found").with("total", 0).text(texts.text("none")));
        return goods.isEmpty() ? NO : DONE;
    }

    private static Answer error(String code, String text) {
        return Answer.of("error").with("code", code).text(text);
    }
}
