package tillbook.desktop.checkout.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.desktop.checkout.Trouble;
import tillbook.journal.JournalEvent;
import tillbook.register.Refusal;
import tillbook.register.Reply;
import tillbook.text.Texts;

class CheckoutSentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyValueHasASentence(String language) {
        Texts texts = Texts.of("desktop.checkout.screen", Locale.forLanguageTag(language));
        List<String> missing = new ArrayList<>();
        check(texts, "cancel", JournalEvent.CancelCause.values(), missing);
        check(texts, "settle", JournalEvent.Settlement.values(), missing);
        check(texts, "voucher-end", JournalEvent.VoucherEnd.values(), missing);
        for (Class<?> trouble : Trouble.class.getPermittedSubclasses()) {
            String key = "trouble."
                    + trouble.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            if (!texts.has(key)) missing.add(key);
        }
        assertEquals(List.of(), missing);
    }

    private static void check(Texts texts, String group, Enum<?>[] values, List<String> missing) {
        Stream.of(values)
                .map(value -> group + "." + value.name())
                .filter(key -> !texts.has(key))
                .forEach(missing::add);
    }

    /** A window has buttons: it never tells a person to type a command of the terminal. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void noRefusalSpeaksOfTheTerminalsWords(String language) {
        Words words = new Words(Locale.forLanguageTag(language), java.time.ZoneId.of("Asia/Shanghai"));
        for (Refusal refusal : Refusal.values()) {
            String sentence =
                    words.refusal(new Reply.Refused(refusal, refusal == Refusal.PROVIDER_NOT_READY ? "ALIPAY" : "X"));
            assertFalse(sentence.contains("[desktop"), sentence);
            for (String word :
                    List.of("输入：", "输入 ", "停止：", "取单 票号", "Type:", "type:", "stop back", "stop kept", "settle X")) {
                assertFalse(sentence.contains(word), refusal + ": " + sentence);
            }
        }
    }
}
