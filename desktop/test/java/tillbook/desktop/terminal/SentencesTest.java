package tillbook.desktop.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.desktop.checkout.MoneyIs;
import tillbook.desktop.checkout.Trouble;
import tillbook.desktop.checkout.VoucherIs;
import tillbook.journal.JournalEvent;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Provider;
import tillbook.payment.UnknownReason;
import tillbook.printing.PrintJobState;
import tillbook.register.Refusal;
import tillbook.register.RegisterState;
import tillbook.register.Reply;
import tillbook.scan.Wallet;
import tillbook.text.Texts;

class SentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyValueOfEveryEnumHasASentence(String language) {
        Texts texts = Texts.of("desktop.terminal", Locale.forLanguageTag(language));
        List<String> missing = new ArrayList<>();
        check(texts, "refusal", Refusal.values(), missing);
        check(texts, "state", AttemptState.values(), missing);
        check(texts, "next", AttemptState.values(), missing);
        check(texts, "decline", DeclineReason.values(), missing);
        check(texts, "unknown", UnknownReason.values(), missing);
        check(texts, "provider", Provider.values(), missing);
        check(texts, "wallet", Wallet.values(), missing);
        check(texts, "job", PrintJobState.values(), missing);
        check(texts, "held", JournalEvent.HeldCause.values(), missing);
        check(texts, "move", JournalEvent.MoveCause.values(), missing);
        check(texts, "cancel", JournalEvent.CancelCause.values(), missing);
        check(texts, "settlement", JournalEvent.Settlement.values(), missing);
        check(texts, "voucher-end", JournalEvent.VoucherEnd.values(), missing);
        check(texts, "money", MoneyIs.values(), missing);
        check(texts, "voucher", VoucherIs.values(), missing);
        check(texts, "usage", Word.values(), missing);
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

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aRefusalAnswersTheTwoQuestionsFirstInBothLanguages(Refusal refusal) {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Phrases phrases = new Phrases(language, TestTerminal.SHANGHAI);
            String argument = refusal == Refusal.PROVIDER_NOT_READY ? "WECHAT_PAY" : "argument";
            Saying saying = Answers.refused(new Reply.Refused(refusal, argument), RegisterState.NEW, phrases);
            assertEquals(2, saying.lines().size());
            assertEquals(
                    Whereabouts.NOTHING_ASKED.line(phrases.texts()),
                    saying.lines().getFirst());
            assertFalse(saying.lines().getLast().contains("["), () -> "no sentence: " + saying.lines());
            assertEquals(refusal.name(), saying.fields().get("reason"));
        }
    }

    @Test
    void noNameBelongsToTwoWordsAndNoneIsACodeOfGoods() {
        Set<String> names = new HashSet<>();
        for (Word word : Word.values()) {
            for (String name : word.names()) {
                assertTrue(names.add(name), name);
                assertEquals(word, Word.of(name).orElseThrow());
                assertTrue(name.chars().noneMatch(c -> c >= '0' && c <= '9'), name);
            }
        }
    }

    @Test
    void everyUsageBeginsWithANameOfItsWord() {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Phrases phrases = new Phrases(language, TestTerminal.SHANGHAI);
            for (Word word : Word.values()) {
                String first = phrases.of("usage", word).replaceFirst(" .*", "");
                assertEquals(word, Word.of(first).orElseThrow(), first);
            }
        }
    }
}
