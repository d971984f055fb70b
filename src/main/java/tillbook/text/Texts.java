package tillbook.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one room in one language: {@code tillbook/<room>/Messages.properties} is English,
 * {@code Messages_zh_CN.properties} is 简体中文, both UTF-8. Every Chinese locale gets Chinese and every other one gets
 * English, whatever the machine's default locale is: a shop's language is a setting, not an accident of its PC.
 *
 * <p>In a text, {@code {0}} stands for the first argument and {@code ''} as well as {@code '} for an apostrophe. Nothing
 * else is special, so no sentence breaks over a brace or an apostrophe. Numbers are never grouped: a count stays
 * searchable and an order number keeps its digits. Immutable and safe from any thread.
 */
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Map<String, Texts> LOADED = new ConcurrentHashMap<>();

    private final String room;
    private final Map<String, String> sentences;

    private Texts(String room, Map<String, String> sentences) {
        this.room = room;
        this.sentences = sentences;
    }

    /**
     * The texts of a room.
     *
     * @param room the package below {@code tillbook}: {@code settings}, {@code payment.alipay}
     * @throws IllegalStateException if the room has no texts in that language: the build is broken
     */
    public static Texts of(String room, Locale locale) {
        return LOADED.computeIfAbsent(fileName(room, locale), file -> new Texts(room, load(file)));
    }

    /**
     * A sentence with its arguments in place. A key without a text comes back as {@code [room:key]} with its arguments:
     * a wrong label is a blemish, and a register that stops over a label would be a fault.
     *
     * @param args for {@code {0}} to {@code {9}}; money and times already as text
     */
    public String text(String key, @Nullable Object... args) {
        String sentence = sentences.get(key);
        if (sentence == null)
            return "[" + room + ":" + key + (args.length == 0 ? "" : " " + Arrays.toString(args)) + "]";
        return fill(sentence, args);
    }

    /** Whether there is a text for this key. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /** Every key of the room, in no order. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    private static String fill(String sentence, @Nullable Object... args) {
        return PLACE.matcher(sentence.replace("''", "'"))
                .replaceAll(place -> Matcher.quoteReplacement(argument(place, args)));
    }

    private static String argument(MatchResult place, @Nullable Object... args) {
        int index = Integer.parseInt(place.group(1));
        return index < args.length ? plain(args[index]) : place.group();
    }

    private static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static String fileName(String room, Locale locale) {
        String suffix = "zh".equals(locale.getLanguage()) ? "_zh_CN" : "";
        return "tillbook/" + room.replace('.', '/') + "/Messages" + suffix + ".properties";
    }

    private static Map<String, String> load(String file) {
        Properties read = new Properties();
        try (InputStream in = Texts.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("the texts are missing from this build: " + file);
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the texts cannot be read, install Tillbook again: " + file, e);
        }
        Map<String, String> sentences = new ConcurrentHashMap<>();
        read.stringPropertyNames().forEach(key -> sentences.put(key, read.getProperty(key)));
        return Map.copyOf(sentences);
    }
}
