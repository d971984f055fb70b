package tillbook.settings;

import tillbook.text.Texts;

/** The first settings file of a shop: every setting at its usual value, each with a sentence above it. Pure. */
final class DefaultSettings {
    private DefaultSettings() {}

    static String text(Mode mode, Language language) {
        Texts texts = Texts.of("settings", language.locale());
        StringBuilder out = new StringBuilder(comment(texts.text("file.head")));
        String table = "";
        for (Field field : Field.values()) {
            if (isFixed(field)) continue;
            if (!field.table().equals(table)) {
                table = field.table();
                out.append("\n[").append(table).append("]\n");
            }
            String value = field == Field.LANGUAGE ? language.tag() : field.usual(mode);
            out.append(comment(texts.text("field." + field.path())));
            out.append(field.key())
                    .append(" = ")
                    .append(TomlText.literal(field, value))
                    .append('\n');
        }
        return out.toString();
    }

    /** What has one value only is understood in a file and not offered in it. */
    private static boolean isFixed(Field field) {
        return field == Field.SHOP_CURRENCY || field == Field.ALIPAY_CHARSET;
    }

    private static String comment(String sentence) {
        return "# " + sentence.replace("\n", "\n# ") + "\n";
    }
}
