package tillbook.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinInitialsTest {
    @Test
    void theTableIsWhatIcuSays() {
        assertEquals(PinyinTableMaker.initialsByIcu(), PinyinInitials.table());
    }

    @Test
    void charactersOfSeveralReadingsIncludeTheOneIcuKnows() {
        String table = PinyinInitials.table();
        for (Map.Entry<Integer, String> several :
                PinyinInitials.severalReadings().entrySet()) {
            int at = several.getKey() - PinyinInitials.FIRST_HAN;
            if (at < 0) continue;
            String letters = several.getValue();
            assertTrue(letters.matches("[a-z]{2,3}"), Character.toString(several.getKey()));
            assertTrue(
                    letters.indexOf(table.charAt(at)) >= 0,
                    Character.toString(several.getKey()) + " is " + table.charAt(at) + " for ICU, not in " + letters);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "纯牛奶,cnn",
        "纯牛奶 250ml,cnn250ml",
        "抽纸 3 层 120 抽,cz3c120c",
        "农家鲜鸡蛋 10 枚,njxjd10m",
        "散装重庆橘子,szcqjz",
        "可乐 500ml,kl500ml",
        "长寿面,csm",
        "番茄,fq",
        "ＡＤ钙奶,adgn",
        "购物袋（大）,gwdd",
        "蔓越莓,mym",
        "乌龙茶,wlc",
        "萝卜干,lbg",
        "龟苓膏,glg",
        "银行卡,yhk",
        "六必居酱菜,lbjjc",
        "二〇二六,elel",
        "葡萄糖,ptt"
    })
    void findsRealNamesByWhatPeopleType(String name, String typed) {
        List<String> forms = PinyinInitials.of(name);
        assertTrue(forms.contains(typed), name + " is " + forms);
    }

    @Test
    void severalReadingsGiveSeveralFormsTheCommonestFirst() {
        assertEquals(List.of("zl", "cl"), PinyinInitials.of("重量"));
    }

    @Test
    void theNumberOfFormsAndTheirLengthAreBounded() {
        List<String> forms = PinyinInitials.of("重长乐行茄单参".repeat(10));
        assertEquals(PinyinInitials.FORMS_MAX, forms.size());
        assertTrue(forms.stream().allMatch(form -> form.length() == PinyinInitials.LENGTH_MAX));
        assertEquals("zclxqdczclxqdczclxqdczcl", forms.getFirst());
    }

    @Test
    void aNameWithoutLettersHasOneEmptyForm() {
        assertEquals(List.of(""), PinyinInitials.of("！？ —"));
    }
}
