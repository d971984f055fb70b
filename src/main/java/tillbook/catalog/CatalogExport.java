package tillbook.catalog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the goods as an import reads them. Holds no state. */
final class CatalogExport {
    private static final String LINE_END = "\r\n";
    /** Without it Excel takes UTF-8 for the system's encoding. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CatalogExport() {}

    /** Writes beside the file and moves into place; {@code pageAfter} gives the goods after a code, in order. */
    static long write(Path file, Locale headers, Function<String, List<Good>> pageAfter) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            long written;
            try (BufferedWriter out = Files.newBufferedWriter(half)) {
                out.write(BYTE_ORDER_MARK);
                out.write(header(headers));
                written = writePages(out, headers, pageAfter);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static long writePages(Writer out, Locale language, Function<String, List<Good>> pageAfter)
            throws IOException {
        long written = 0;
        for (List<Good> page = pageAfter.apply(""); !page.isEmpty(); ) {
            for (Good good : page) out.write(line(good, language));
            written += page.size();
            page = pageAfter.apply(page.getLast().code());
        }
        return written;
    }

    private static String header(Locale language) {
        return Arrays.stream(GoodField.values())
                        .map(field -> field.header(language))
                        .collect(Collectors.joining(","))
                + LINE_END;
    }

    private static String line(Good good, Locale language) {
        return Arrays.stream(GoodField.values())
                        .map(field -> cell(text(good, field, language)))
                        .collect(Collectors.joining(","))
                + LINE_END;
    }

    private static String text(Good good, GoodField field, Locale language) {
        return switch (field) {
            case CODE -> good.code();
            case NAME -> good.name();
            case ENGLISH_NAME -> good.englishName();
            case PRICE -> good.unitPrice().yuan();
            case UNIT -> good.unit();
            case WEIGHED -> yesOrNo(good.weighed(), language);
            case TAX -> percent(good.taxBasisPoints());
            case INITIALS -> good.ownInitials();
            case ACTIVE -> yesOrNo(good.active(), language);
        };
    }

    private static String percent(int basisPoints) {
        int hundredths = basisPoints % 100;
        String decimals = hundredths == 0 ? "" : "." + hundredths / 10 + hundredths % 10;
        return basisPoints / 100 + decimals + "%";
    }

    private static String yesOrNo(boolean yes, Locale language) {
        boolean chinese = language.getLanguage().equals("zh");
        if (yes) return chinese ? "是" : "yes";
        return chinese ? "否" : "no";
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == ';' || c == '\t');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
