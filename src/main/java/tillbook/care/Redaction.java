package tillbook.care;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text before it leaves the program: every line of the log, every support bundle and every message
 * about a fault goes through here. It knows secrets by their form (payment codes, keys, {@code name=value} of secret
 * names) and by heart (those that were {@linkplain #learn learnt}). It would rather take out too much than too little,
 * but leaves order and trade numbers whole, since they are what a hotline asks for. Safe from any thread.
 */
public final class Redaction {
    /** What stands where a secret was. */
    public static final String REMOVED = "‹removed›";

    /** Shorter ones would be found in half the words of a log. They are covered by their names only. */
    private static final int LEARNT_LENGTH_MIN = 6;
    /** A register has a handful of secrets; the oldest go when a fault teaches it one after the other. */
    private static final int LEARNT_MAX = 512;

    private static final List<String> LEARNT = new CopyOnWriteArrayList<>();

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN [A-Z0-9 ]+-----(?:.*?-----END [A-Z0-9 ]+-----|.*)", Pattern.DOTALL);
    /** Base64 of 48 bytes and more, also as a URL writes it, and the shorter last line of a wrapped one. */
    private static final Pattern BLOB = Pattern.compile(
            "[A-Za-z0-9+/_%=-]{64,}+(?:(?:\\r?\\n|\\\\n)[A-Za-z0-9+/_-]{1,76}+={0,2}(?![A-Za-z0-9:. ]))*+");

    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?<![A-Za-z0-9])(sign|auth[_-]?code|pass[_-]?phrase|password|pin|app[_-]?auth[_-]?token|private[_-]?key|口令|密码)"
                    + "(\\\\?[\"']?\\s*(?:[=:：]|%3D)\\s*)"
                    + "(\\\\?\"(?:[^\"\\\\]|\\\\[^\"])*+\\\\?\"|'[^']*+'|[^\\s\"'&,;}\\])]++)");
    private static final Pattern MASKED_ALREADY = Pattern.compile("[\"'\\\\]*\\d{2}\\*{10,18}\\d{4}[\"'\\\\]*");

    /** An order, receipt or refund number of ours comes first, so that digits within one are never taken for a code. */
    private static final Pattern NUMBERS = Pattern.compile("(?<![0-9A-Za-z])(?<ours>T\\d{3}[0-9A-Za-z]{2}\\d{8}"
            + "(?:\\d{2}[0-9A-Za-z]{6}|R\\d{2}[0-9A-Za-z]*+)?)(?![0-9A-Za-z])"
            + "|(?<!\\d)(?<code>\\d{16,24})(?!\\d)"
            + "|(?<!\\d)(?<fours>\\d{4}(?:[ -]\\d{4}){3,5}(?:[ -]\\d{1,3})?)(?!\\d)"
            + "|(?<!\\d)(?<threes>\\d{1,3}(?:[,.'\\u00a0\\u202f\\u2019]\\d{3}){5,7})(?!\\d)");

    private static final Pattern WECHAT = Pattern.compile("1[0-5]\\d{16}");
    private static final Pattern ALIPAY = Pattern.compile("(?:2[5-9]|30)\\d{14,22}");
    private static final Pattern UNION_PAY = Pattern.compile("62\\d{17}");

    private Redaction() {}

    /**
     * Teaches an exact secret: a passphrase, a token. It is found as it is and as base64, URL and JSON write it. Secrets
     * of fewer than 6 characters are not learnt.
     */
    public static void learn(String secret) {
        if (secret.strip().length() < LEARNT_LENGTH_MIN) return;
        Set<String> all = new LinkedHashSet<>(LEARNT);
        all.addAll(forms(secret));
        all.addAll(forms(secret.strip()));
        List<String> longestFirst = all.stream()
                .skip(Math.max(0, all.size() - LEARNT_MAX))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        // Added before the old ones go: at no moment is a known secret unknown.
        LEARNT.addAll(0, longestFirst);
        while (LEARNT.size() > longestFirst.size()) LEARNT.removeLast();
    }

    /** The text without secrets. A text without any comes back as it is. */
    public static String clean(String text) {
        String cleaned = text;
        for (String secret : LEARNT) cleaned = cleaned.replace(secret, REMOVED);
        cleaned = PEM.matcher(cleaned).replaceAll(REMOVED);
        cleaned = NUMBERS.matcher(cleaned).replaceAll(Redaction::number);
        cleaned = NAMED.matcher(cleaned).replaceAll(Redaction::named);
        return BLOB.matcher(cleaned).replaceAll(REMOVED);
    }

    private static String named(MatchResult found) {
        boolean keep = MASKED_ALREADY.matcher(found.group(3)).matches();
        return Matcher.quoteReplacement(keep ? found.group() : found.group(1) + found.group(2) + REMOVED);
    }

    private static String number(MatchResult found) {
        if (found.start("ours") >= 0) return Matcher.quoteReplacement(found.group());
        String digits = found.group().replaceAll("\\D", "");
        return Matcher.quoteReplacement(isPaymentCode(digits) ? masked(digits) : found.group());
    }

    private static boolean isPaymentCode(String digits) {
        return WECHAT.matcher(digits).matches()
                || ALIPAY.matcher(digits).matches()
                || UNION_PAY.matcher(digits).matches();
    }

    private static String masked(String digits) {
        return digits.substring(0, 2) + "*".repeat(digits.length() - 6) + digits.substring(digits.length() - 4);
    }

    private static Set<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        return forms;
    }
}
