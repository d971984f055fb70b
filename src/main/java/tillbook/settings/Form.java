package tillbook.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tillbook.money.Money;
import tillbook.payment.alipay.AlipayConfig;
import tillbook.scan.ScaleRule;

/**
 * What a value of a setting may look like, whoever wrote it: the file, the wizard or a command. A form looks at one value
 * alone; what two values say together is {@link SettingsReader}'s matter.
 */
sealed interface Form {
    /** What is wrong with this text, empty if nothing is. */
    Optional<Fault> fault(String value);

    /** A fault of one value, before it has a place. */
    record Fault(Problem.Code code, List<String> args) {
        static Optional<Fault> of(Problem.Code code, Object... args) {
            return Optional.of(
                    new Fault(code, List.of(args).stream().map(Object::toString).toList()));
        }
    }

    /** Whether TOML writes it without quotes. */
    default boolean bare() {
        return false;
    }

    /** Text on one line. */
    record Text(int lengthMax) implements Form {
        @Override
        public Optional<Fault> fault(String value) {
            if (value.codePointCount(0, value.length()) > lengthMax) return Fault.of(Problem.Code.TOO_LONG, lengthMax);
            boolean control = value.codePoints().anyMatch(Character::isISOControl);
            return control ? Fault.of(Problem.Code.CONTROL_CHARACTER) : Optional.empty();
        }
    }

    /** Digits only, or nothing. */
    record Digits(int lengthMin, int lengthMax) implements Form {
        @Override
        public Optional<Fault> fault(String value) {
            boolean plain = value.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean fits = value.isEmpty() || (value.length() >= lengthMin && value.length() <= lengthMax);
            return plain && fits ? Optional.empty() : Fault.of(Problem.Code.NOT_DIGITS, lengthMin, lengthMax);
        }
    }

    /** A whole number within bounds, both included. */
    record Whole(int min, int max) implements Form {
        private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,9}");

        @Override
        public Optional<Fault> fault(String value) {
            if (!PLAIN.matcher(value).matches()) return Fault.of(Problem.Code.NOT_A_NUMBER, min, max);
            int number = Integer.parseInt(value);
            return number < min || number > max
                    ? Fault.of(Problem.Code.OUT_OF_RANGE, number, min, max)
                    : Optional.empty();
        }

        @Override
        public boolean bare() {
            return true;
        }
    }

    /** Yuan, as {@link Money#parseYuan} reads them; never zero. */
    record Yuan() implements Form {
        @Override
        public Optional<Fault> fault(String value) {
            try {
                return Money.parseYuan(value).isZero() ? Fault.of(Problem.Code.AMOUNT_ZERO) : Optional.empty();
            } catch (IllegalArgumentException notAnAmount) {
                return Fault.of(Problem.Code.NOT_AN_AMOUNT, shown(value));
            }
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Form {
        @Override
        public Optional<Fault> fault(String value) {
            return value.equals("true") || value.equals("false") ? Optional.empty() : Fault.of(Problem.Code.NOT_A_FLAG);
        }

        @Override
        public boolean bare() {
            return true;
        }
    }

    /** One word of a few. */
    record Choice(List<String> words) implements Form {
        Choice(String... words) {
            this(List.of(words));
        }

        @Override
        public Optional<Fault> fault(String value) {
            return words.contains(value)
                    ? Optional.empty()
                    : Fault.of(Problem.Code.NOT_A_CHOICE, shown(value), String.join(", ", words));
        }
    }

    /** A time of day, {@code HH:MM}. */
    record TimeOfDay() implements Form {
        static final DateTimeFormatter HOURS_MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

        @Override
        public Optional<Fault> fault(String value) {
            try {
                LocalTime.parse(value, HOURS_MINUTES);
                return Optional.empty();
            } catch (DateTimeParseException notATime) {
                return Fault.of(Problem.Code.NOT_A_TIME, shown(value));
            }
        }
    }

    /** The address of a server: https, or http to this very machine, where no one can listen in. */
    record Link() implements Form {
        private static final String PLAIN = "http:";

        @Override
        public Optional<Fault> fault(String value) {
            try {
                URI uri = new URI(value);
                if (AlipayConfig.isGateway(uri)) return Optional.empty();
                boolean plain = value.regionMatches(true, 0, PLAIN, 0, PLAIN.length());
                return plain && AlipayConfig.isGateway(new URI("https:" + value.substring(PLAIN.length())))
                        ? Fault.of(Problem.Code.LINK_NOT_HTTPS, uri.getHost())
                        : Fault.of(Problem.Code.NOT_A_LINK, shown(value));
            } catch (URISyntaxException notALink) {
                return Fault.of(Problem.Code.NOT_A_LINK, shown(value));
            }
        }
    }

    /** A key's text, or the name of its file; what the key itself is worth is seen when it is read. */
    record KeyText() implements Form {
        private static final int LENGTH_MAX = 8_000;

        @Override
        public Optional<Fault> fault(String value) {
            return value.length() > LENGTH_MAX ? Fault.of(Problem.Code.TOO_LONG, LENGTH_MAX) : Optional.empty();
        }
    }

    /** What names a device on the USB. */
    record DeviceAddress() implements Form {
        private static final Pattern ADDRESS = Pattern.compile("usb:\\S{1,120}");

        @Override
        public Optional<Fault> fault(String value) {
            return ADDRESS.matcher(value).matches()
                    ? Optional.empty()
                    : Fault.of(Problem.Code.NOT_A_DEVICE, shown(value));
        }
    }

    /** One name, without blanks, or nothing. */
    record Word() implements Form {
        private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9._-]{0,40}");

        @Override
        public Optional<Fault> fault(String value) {
            return PLAIN.matcher(value).matches() ? Optional.empty() : Fault.of(Problem.Code.NOT_A_NAME, shown(value));
        }
    }

    /** Where a printer is: {@code practice}, {@code tcp HOST[:PORT]}, {@code file PATH}, {@code usb:…}, or nothing. */
    record PrinterAddress() implements Form {
        static final String PRACTICE = "practice";
        private static final int PORT_MAX = 65_535;
        private static final Pattern WAYS = Pattern.compile(
                "|practice|tcp [A-Za-z0-9._-]{1,253}(:\\d{1,5})?|tcp \\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?|file \\S.{0,390}|usb:\\S{1,120}");

        @Override
        public Optional<Fault> fault(String value) {
            boolean fits = WAYS.matcher(value).matches() && portOf(value) <= PORT_MAX && portOf(value) > 0;
            return fits ? Optional.empty() : Fault.of(Problem.Code.NOT_A_PRINTER, shown(value));
        }

        private static int portOf(String value) {
            int colon = value.lastIndexOf(':');
            boolean named = value.startsWith("tcp ") && colon > value.lastIndexOf(']') && colon > 0;
            return named ? Integer.parseInt(value.substring(colon + 1)) : PORT_MAX;
        }
    }

    /** Templates of scale labels. */
    record ScaleRules() implements Form {
        private static final Pattern LIKE_A_PAYMENT = Pattern.compile("(2[5-9]|30|1[0-5]|62).*");
        private static final int PAYMENT_LENGTH_MIN = 16;

        @Override
        public Optional<Fault> fault(String value) {
            return ScaleRule.isForm(value) ? Optional.empty() : Fault.of(Problem.Code.NOT_A_SCALE_RULE, shown(value));
        }

        /** Whether a label of this template could be taken for a customer's payment code. */
        static boolean looksLikeAPayment(String template) {
            return template.length() >= PAYMENT_LENGTH_MIN
                    && LIKE_A_PAYMENT.matcher(template).matches();
        }
    }

    /** The text of a TOML number as people write amounts: 0.1, never 1.0E-1. */
    static String plain(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : Double.toString(number);
    }

    /** A value within a message: short, on one line. What is long may be a key that someone pasted into the wrong place. */
    static String shown(String value) {
        int shownMax = 40;
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= shownMax ? line : line.substring(0, 8) + "…";
    }
}
