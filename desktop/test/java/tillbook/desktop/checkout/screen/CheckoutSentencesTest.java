package tillbook.desktop.checkout.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.desktop.checkout.Trouble;
import tillbook.journal.JournalEvent;
import tillbook.register.Refusal;
import tillbook.register.Reply;
import tillbook.text.Texts;

class CheckoutSentencesTest {
    private static final int COMMANDS_MIN = 20;

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

    /** Groups of the terminal's bundle whose sentences the window says in the same words. */
    private static final List<String> SHARED = List.of(
            "age[.]",
            "closed-by-provider",
            "closed[.]attempt",
            "decline[.]",
            "held[.][A-Z]",
            "meaning[.]",
            "next[.]",
            "pending-long",
            "provider",
            "sending-again",
            "state[.]",
            "status[.]journal-broken",
            "unknown[.]",
            "wallet[.]");

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_CN"})
    void noSentenceOfTheWindowNamesAWordOfTheTerminal(String suffix) throws IOException {
        Map<String, String> terminal = bundle("terminal", suffix);
        Map<String, String> own = bundle("checkout/screen", suffix);
        Map<String, String> all = new TreeMap<>(own);
        bundle("till", suffix).forEach((key, text) -> {
            if (key.startsWith("notice.")) all.put("till:" + key, text);
        });
        terminal.forEach((key, text) -> {
            boolean refused = key.startsWith("refusal.") && !own.containsKey(key);
            if (refused || SHARED.stream().anyMatch(group -> key.matches(group + ".*")))
                all.put("terminal:" + key, text);
        });
        Set<String> words = words(terminal);
        assertTrue(words.size() >= COMMANDS_MIN, words.toString());
        List<String> told = new ArrayList<>();
        all.forEach((key, text) -> words.stream()
                .filter(word -> tells(text, word))
                .forEach(word -> told.add(word + " in " + key + ": " + text)));
        assertEquals(List.of(), told);
    }

    /** The first word of each command's usage. */
    private static Set<String> words(Map<String, String> terminal) {
        Set<String> words = new TreeSet<>();
        terminal.forEach((key, text) -> {
            // A receipt is what a voucher is called in every sentence; its word is no command there.
            if (key.startsWith("usage.") && !key.equals("usage.RECEIPT")) words.add(text.split("[ ,，]", 2)[0]);
        });
        return words;
    }

    /** Whether it tells a person to type this: in quotation marks, in brackets, or behind a colon with what to fill in. */
    private static boolean tells(String text, String word) {
        String quoted = Pattern.quote(word);
        String filledIn = "(\\{\\d}|[A-Z]{3,}\\b|\\d|back\\b|kept\\b|returned\\b|票号|单号|$)";
        return Pattern.compile("[\"“「(（]" + quoted + "(?![\\p{L}\\d])|[:：]\\s*" + quoted + "\\s*" + filledIn)
                .matcher(text)
                .find();
    }

    private static Map<String, String> bundle(String room, String suffix) throws IOException {
        Properties read = new Properties();
        String file = "/tillbook/desktop/" + room + "/Messages" + suffix + ".properties";
        try (InputStream in = CheckoutSentencesTest.class.getResourceAsStream(file)) {
            read.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
        }
        Map<String, String> all = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
        return all;
    }
}
