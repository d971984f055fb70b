package tillbook.printing.escpos;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import tillbook.printing.document.PaperWidth;

/** The kinds of printers that are known, from {@code profiles.toml}. Immutable, safe from any thread. */
public final class PrinterProfiles {
    /** What every ESC/POS printer for Chinese does. */
    public static final String PLAIN_58 = "plain-58";
    /** The same on a roll of 80 mm. */
    public static final String PLAIN_80 = "plain-80";

    private static final String FILE = "profiles.toml";
    private static final PrinterProfiles SHIPPED = read();

    private final Map<String, PrinterProfile> profiles;

    private PrinterProfiles(Map<String, PrinterProfile> profiles) {
        this.profiles = profiles;
    }

    /** Those that come with the program. */
    public static PrinterProfiles shipped() {
        return SHIPPED;
    }

    public Optional<PrinterProfile> find(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    /** All of them, by name. */
    public Map<String, PrinterProfile> all() {
        return Map.copyOf(profiles);
    }

    /** What to use where nothing better is known of the printer. */
    public PrinterProfile plain(PaperWidth width) {
        return find(width == PaperWidth.MM_58 ? PLAIN_58 : PLAIN_80).orElseThrow();
    }

    private static PrinterProfiles read() {
        try (InputStream in = PrinterProfiles.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("the profiles of printers are missing from this build");
            TomlParseResult toml = Toml.parse(in);
            if (toml.hasErrors())
                throw new IllegalStateException(FILE + ": " + toml.errors().getFirst());
            Map<String, PrinterProfile> read = new LinkedHashMap<>();
            for (String name : new TreeSet<>(toml.keySet())) {
                read.put(name, profile(name, toml.getTableOrEmpty(name)));
            }
            return new PrinterProfiles(read);
        } catch (IOException e) {
            throw new IllegalStateException("the profiles of printers cannot be read: install Tillbook again", e);
        }
    }

    private static PrinterProfile profile(String name, TomlTable table) {
        return new PrinterProfile(
                name,
                word(table, "paper", PaperWidth.class),
                Math.toIntExact(table.getLong("dots", () -> 0)),
                word(table, "encoding", TextEncoding.class),
                word(table, "qr", CodeCommand.class),
                word(table, "barcode", CodeCommand.class),
                word(table, "logo", LogoCommand.class),
                word(table, "cut", CutCommand.class),
                Math.toIntExact(table.getLong("tear-rows", () -> 0)));
    }

    private static <E extends Enum<E>> E word(TomlTable table, String key, Class<E> type) {
        String word = table.getString(key, () -> "");
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
