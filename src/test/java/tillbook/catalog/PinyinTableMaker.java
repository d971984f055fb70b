package tillbook.catalog;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the resource {@code pinyin-initials.txt} anew from ICU's Han-Latin transliterator. Run by hand when ICU knows
 * better readings: {@code main} takes the file to write.
 */
public final class PinyinTableMaker {
    private static final int LETTERS_PER_LINE = 128;
    private static final String HEAD = """
            # First letters of the pinyin of U+4E00 to U+9FFF in order; '-' where there is no reading.
            # Made by PinyinTableMaker from ICU4J (Han-Latin; Latin-ASCII), whose data come from the Unicode Han database.
            # Copyright (C) 1991-2025 Unicode, Inc. Unicode License v3, see UNICODE-LICENSE.txt beside this file.
            """;

    private PinyinTableMaker() {}

    /** Writes the table to the file named by the only argument. */
    public static void main(String[] arguments) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        String letters = initialsByIcu();
        for (int at = 0; at < letters.length(); at += LETTERS_PER_LINE) {
            text.append(letters, at, Math.min(letters.length(), at + LETTERS_PER_LINE))
                    .append('\n');
        }
        Files.writeString(Path.of(arguments[0]), text);
    }

    /** One letter for each character of the block, as ICU reads it alone. */
    static String initialsByIcu() {
        Transliterator pinyin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
        StringBuilder letters = new StringBuilder();
        for (char c = PinyinInitials.FIRST_HAN; c <= PinyinInitials.LAST_HAN; c++) {
            char first = pinyin.transliterate(String.valueOf(c)).charAt(0);
            letters.append(first >= 'a' && first <= 'z' ? first : PinyinInitials.NO_READING);
        }
        return letters.toString();
    }
}
