package tillbook.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules that hold for every bundle of texts. Each module has one test class that extends this one and names a class
 * of its own, whose class folder is searched for {@code Messages*.properties}.
 */
public abstract class BundleRules {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final String CHINESE = "_zh_CN";

    /** A class shipped by the module under test. */
    protected abstract Class<?> shipped();

    @Test
    void everyRoomSpeaksBothLanguages() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path english : englishFiles()) {
            if (!Files.exists(chinese(english))) missing.add(chinese(english).toString());
        }
        try (Stream<Path> all = Files.walk(classes())) {
            all.filter(p -> p.getFileName().toString().equals("Messages" + CHINESE + ".properties"))
                    .map(p -> p.resolveSibling("Messages.properties"))
                    .filter(p -> !Files.exists(p))
                    .forEach(p -> missing.add(p.toString()));
        }
        assertEquals(Set.of(), missing, "files of texts that are missing");
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (Path english : englishFiles()) {
            assertEquals(
                    new TreeSet<>(read(english).keySet()),
                    new TreeSet<>(read(chinese(english)).keySet()),
                    "keys of " + english);
        }
    }

    @Test
    void bothLanguagesFillTheSamePlaces() throws IOException {
        for (Path english : englishFiles()) {
            Map<String, String> other = read(chinese(english));
            read(english)
                    .forEach((key, text) -> assertEquals(
                            places(text), places(other.getOrDefault(key, "")), english + ", places of " + key));
        }
    }

    @Test
    void noTextIsEmptyAndNoBraceIsAnythingButAPlace() throws IOException {
        for (Path file : allFiles()) {
            read(file).forEach((key, text) -> {
                assertTrue(!text.isBlank(), file + ": " + key + " is empty");
                String rest = PLACE.matcher(text).replaceAll("");
                assertTrue(
                        !rest.contains("{") && !rest.contains("}"),
                        file + ": " + key + " has a brace that is no {0}–{9}");
            });
        }
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (Path file : allFiles()) {
            List<String> twice = new ArrayList<>();
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    if (containsKey(key)) twice.add(key.toString());
                    return super.put(key, value);
                }
            }.load(reader(file));
            assertEquals(List.of(), twice, "keys twice in " + file);
        }
    }

    @Test
    void theChineseTextsAreChinese() throws IOException {
        for (Path english : englishFiles()) {
            Map<String, String> chinese = read(chinese(english));
            boolean anyHan = chinese.isEmpty()
                    || chinese.values().stream()
                            .flatMapToInt(String::codePoints)
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
            assertTrue(anyHan, chinese(english) + " has no Chinese character: wrong file or wrong encoding");
        }
    }

    private List<Path> allFiles() throws IOException {
        List<Path> files = new ArrayList<>(englishFiles());
        englishFiles().stream().map(BundleRules::chinese).filter(Files::exists).forEach(files::add);
        return files;
    }

    private List<Path> englishFiles() throws IOException {
        try (Stream<Path> all = Files.walk(classes())) {
            return all.filter(p -> p.getFileName().toString().equals("Messages.properties"))
                    .sorted()
                    .toList();
        }
    }

    private Path classes() {
        try {
            URI place = shipped()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path folder = Path.of(place);
            assertTrue(Files.isDirectory(folder), "name a class of the module under test, not of a jar: " + folder);
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path chinese(Path english) {
        return english.resolveSibling("Messages" + CHINESE + ".properties");
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) properties.load(reader(file));
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /** Strict: a byte that is not UTF-8 fails the test, where a lenient reader would show a box to the customer. */
    private static Reader reader(Path file) throws IOException {
        return new StringReader(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
