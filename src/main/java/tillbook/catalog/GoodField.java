package tillbook.catalog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a file of goods and the fields of the form "add it here", each with the headers people write. The first
 * Chinese and the first English header are those of an export.
 */
public enum GoodField {
    CODE("条码", "code", "商品条码|编码|商品编码|货号|barcode|gtin|ean|sku"),
    NAME("名称", "name", "品名|商品名称|商品名|goods|item"),
    ENGLISH_NAME("英文名称", "name_en", "英文名|english name|name (en)"),
    PRICE("售价", "price", "单价|价格|零售价|unit price|unit_price"),
    UNIT("单位", "unit", "计量单位"),
    WEIGHED("称重", "weighed", "是否称重|计价方式|by weight"),
    TAX("税率", "tax", "税率(%)|tax rate|tax_rate|vat"),
    INITIALS("拼音码", "initials", "助记码|拼音|拼音首字母|pinyin"),
    ACTIVE("在售", "active", "状态|商品状态|status");

    private static final Map<String, GoodField> BY_HEADER = byHeader();

    private final String chinese;
    private final String english;
    private final String others;

    GoodField(String chinese, String english, String others) {
        this.chinese = chinese;
        this.english = english;
        this.others = others;
    }

    /** What a header means, whatever its case, spaces around it and width of its characters; empty if unknown. */
    public static Optional<GoodField> ofHeader(String header) {
        return Optional.ofNullable(BY_HEADER.get(PinyinInitials.folded(header.strip())));
    }

    /** The header in an export, in the language of the reader. */
    public String header(Locale language) {
        return language.getLanguage().equals("zh") ? chinese : english;
    }

    private static Map<String, GoodField> byHeader() {
        Map<String, GoodField> fields = new HashMap<>();
        for (GoodField field : values()) {
            for (String header : (field.chinese + "|" + field.english + "|" + field.others).split("\\|", -1)) {
                fields.put(header, field);
            }
        }
        return fields;
    }
}
