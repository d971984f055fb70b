package tillbook.payment.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** The raw text of a member is cut out to the character, whatever stands inside it. */
class RawMembersTest {
    private static final int ROUNDS = 20_000;
    private static final String[] NASTY = {
        "}",
        "{",
        "]",
        "[",
        "\\\"",
        "\\\\",
        "\\/",
        "/",
        "\\u007d",
        "\\u0022",
        ",",
        ":",
        "\"sign\"".replace("\"", "\\\""),
        " ",
        "\\n",
        "支",
        "😀",
        "\\ud83d\\ude00",
        "alipay_trade_pay_response",
        "\\\\\\\"",
        "//",
        "/*",
        "'",
        "0",
        "x"
    };

    @Test
    void cutsOutWhatAnAnswerHolds() {
        String inner = "{\"code\":\"10000\", \"msg\":\"a \\\" } , \\\\\", \"list\":[{\"x\":1e5},null,true,\"]\"]}";
        Map<String, String> members = RawMembers.of(
                        " {\"alipay_trade_pay_response\" : " + inner + " ,\n\"sign\":\"a\\/b==\",\"n\":-1.5}\n")
                .orElseThrow();
        assertEquals(inner, members.get("alipay_trade_pay_response"));
        assertEquals("\"a\\/b==\"", members.get("sign"));
        assertEquals("-1.5", members.get("n"));
        assertEquals(Map.of(), RawMembers.of("{ }").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{}x",
                "{}{}",
                "[]",
                "\"x\"",
                "null",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1]",
                "{\"a\":{}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":\"\\\"}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,\"a\":2}",
                "{\"\\u0061\":1}",
                "{\"a\":\"line\nbreak\"}",
                "\uFEFF{}",
                "<html>"
            })
    void refusesWhatIsNotOneWholeObjectWithPlainDistinctNames(String text) {
        assertEquals(Optional.empty(), RawMembers.of(text));
    }

    @Test
    void findsEveryMemberAmongNastyStrings() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> wanted = new LinkedHashMap<>();
            int members = 1 + random.nextInt(4);
            for (int i = 0; i < members; i++) wanted.put("m" + i, value(random, 3));
            StringBuilder text = new StringBuilder(blanks(random) + "{");
            wanted.forEach((name, value) -> text.append(text.indexOf(":") < 0 ? "" : ",")
                    .append(blanks(random))
                    .append('"')
                    .append(name)
                    .append('"')
                    .append(blanks(random))
                    .append(':')
                    .append(blanks(random))
                    .append(value)
                    .append(blanks(random)));
            text.append('}').append(blanks(random));
            String where = "seed " + seed + " round " + round;
            assertEquals(Optional.of(wanted), RawMembers.of(text.toString()), where);
        }
    }

    /** Damage may leave a text readable, but then the whole parser must agree with what was cut out. */
    @Test
    void neverReadsMoreIntoADamagedTextThanAWholeParserDoes() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder("{\"a\":" + value(random, 2) + ",\"sign\":\"x\"}");
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) text.deleteCharAt(at);
            else text.insert(at, NASTY[random.nextInt(NASTY.length)]);
            String where = "seed " + seed + " round " + round + ": " + text;
            RawMembers.of(text.toString()).ifPresent(cut -> assertTrue(agrees(text.toString(), cut), where));
        }
    }

    private static boolean agrees(String text, Map<String, String> cut) {
        try {
            for (Map.Entry<String, String> each : cut.entrySet()) {
                var inner = Reading.STRICT.readTree(each.getValue());
                if (!inner.equals(Reading.STRICT.readTree(text).path(each.getKey()))) return false;
            }
            return true;
        } catch (JacksonException e) {
            // The scanner only cuts; a value that is no JSON is refused by the parser that reads it next.
            return true;
        }
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> string(random);
            case 1 -> String.valueOf(random.nextInt());
            case 2 -> "true";
            case 3 -> "null";
            case 4 -> "{" + blanks(random) + "\"k\"" + blanks(random) + ":" + value(random, depth - 1) + "}";
            default -> "[" + value(random, depth - 1) + blanks(random) + "," + value(random, depth - 1) + "]";
        };
    }

    private static String string(Random random) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(8); i > 0; i--) text.append(NASTY[random.nextInt(NASTY.length)]);
        return text.append('"').toString();
    }

    private static String blanks(Random random) {
        return " \t\r\n".substring(random.nextInt(5) % 4).repeat(random.nextInt(2));
    }
}
