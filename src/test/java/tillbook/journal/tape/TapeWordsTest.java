package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TapeWordsTest {
    private static final List<TapeWords> LANGUAGES = List.of(
            new TapeWords(Locale.ENGLISH), new TapeWords(Locale.SIMPLIFIED_CHINESE), new TapeWords(Locale.GERMANY));

    @Test
    void everyDamageIsToldWithItsPlaceInBothLanguages() {
        for (TapeWords words : LANGUAGES) {
            for (DamageKind kind : DamageKind.values()) {
                String sentence = words.of(new Damage("segment-7", 123456, kind));
                assertTrue(sentence.contains("segment-7"), sentence);
                assertTrue(kind == DamageKind.BEHIND_SEAL || sentence.contains("123456"), sentence);
            }
        }
    }

    @Test
    void aNewerTapeAndATornTailAreTold() {
        assertEquals(
                "The journal file s was written by a newer Tillbook (format 2). Use that version; nothing was changed.",
                LANGUAGES.get(0).tooNew("s", 2));
        assertEquals(
                "s 的最后一次保存在第 5 条记录处中断。它尚未向任何人确认，因此没有丢失任何内容。", LANGUAGES.get(1).of(new TornTail("s", 5, 128)));
    }
}
