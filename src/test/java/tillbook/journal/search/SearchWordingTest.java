package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SearchWordingTest {
    @Test
    void everyProblemHasASentenceInBothLanguages() {
        for (SearchProblem problem : List.of(
                new SearchProblem.InUse(),
                new SearchProblem.DiskFull(),
                new SearchProblem.Damaged(),
                new SearchProblem.DatabaseFailed(90098),
                new SearchProblem.FileFailed("journal.mv.db"),
                new SearchProblem.TapeUnreadable(),
                new SearchProblem.TapeGap(1_234_567, 3),
                new SearchProblem.ChainDiffers(4),
                new SearchProblem.AheadOfTape(5))) {
            String english = SearchWording.of(Locale.ENGLISH).sentence(problem);
            String chinese = SearchWording.of(Locale.SIMPLIFIED_CHINESE).sentence(problem);
            assertNotEquals(english, chinese);
            assertFalse(english.contains("{") || chinese.contains("{"), english + chinese);
            assertFalse(english.contains("1,234"), english);
        }
    }

    @Test
    void everyWordHasAName() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            SearchWording wording = SearchWording.of(language);
            for (Rebuilt.Why why : Rebuilt.Why.values())
                assertFalse(wording.sentence(why).isBlank());
            for (SaleState state : SaleState.values())
                assertFalse(wording.name(state).isBlank());
            for (VoucherState state : VoucherState.values())
                assertFalse(wording.name(state).isBlank());
            for (Means means : Means.values()) assertFalse(wording.name(means).isBlank());
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(keys(Locale.ROOT), keys(Locale.SIMPLIFIED_CHINESE));
    }

    private static Set<String> keys(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "tillbook.journal.search.Messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new TreeSet<>(bundle.keySet());
    }
}
