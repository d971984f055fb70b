package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.bench.Project;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogOpening;

/** A length in a database file that is damaged asks for more memory than there is, and costs that file and no more. */
class DamagedLengthTest {
    private static final long SEED = 20_260_106;
    private static final int SALES = 30;

    @TempDir
    Path folder;

    @Test
    void theCopyIsMadeAnewAlthoughAWitnessTriedItFirst() throws IOException {
        Path file = folder.resolve("journal.mv.db");
        leaveDamagedCopy(file);
        assertEquals(Optional.empty(), SearchWitness.open(file));
        Rebuilt rebuilt = assertInstanceOf(Rebuilt.class, SearchJournalFile.open(file, ListedTape.of(SEED, SALES)));
        assertEquals(Rebuilt.Why.UNREADABLE, rebuilt.why());
        rebuilt.search().close();
    }

    @Test
    void damagedGoodsAreSetAside() throws IOException {
        leaveDamagedGoods(folder);
        CatalogOpening opening = Catalog.open(folder);
        opening.catalog().close();
        assertInstanceOf(CatalogOpening.DamagedSetAside.class, opening);
    }

    @Test
    void aProcessStartedAsTheLauncherDoesSurvivesBoth() throws Exception {
        Path file = folder.resolve("journal.mv.db");
        leaveDamagedCopy(file);
        leaveDamagedGoods(folder);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(optionsOfTheLauncher());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), OpensBoth.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals("Rebuilt DamagedSetAside", said);
    }

    /** What the process of the launcher's options does. */
    static final class OpensBoth {
        private OpensBoth() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            Path file = folder.resolve("journal.mv.db");
            SearchWitness.open(file).ifPresent(SearchWitness::close);
            Opened copy = SearchJournalFile.open(file, ListedTape.of(SEED, SALES));
            CatalogOpening goods = Catalog.open(folder);
            System.out.print(
                    copy.getClass().getSimpleName() + " " + goods.getClass().getSimpleName());
        }
    }

    private static List<String> optionsOfTheLauncher() throws IOException {
        Path launcher = Project.launcher();
        Matcher options =
                Pattern.compile("^java_options=\"([^\"]*)\"", Pattern.MULTILINE).matcher(Files.readString(launcher));
        assertTrue(options.find(), "the launcher names its options");
        return List.of(options.group(1).replace("\\\n", "").trim().split("\\s+"));
    }

    private static void leaveDamagedCopy(Path file) throws IOException {
        Rebuilt made = assertInstanceOf(Rebuilt.class, SearchJournalFile.open(file, ListedTape.of(SEED, SALES)));
        made.search().close();
        damageLengths(file);
    }

    private static void leaveDamagedGoods(Path folder) throws IOException {
        Catalog.open(folder).catalog().close();
        damageLengths(folder.resolve("catalog/goods.mv.db"));
    }

    /** The length before each of these words of the engine's own becomes the longest there is. */
    private static void damageLengths(Path file) throws IOException {
        String word = "meta.id";
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String before = (char) word.length() + word;
        assertTrue(text.contains(before), "the engine writes this word with its length before it");
        String longest = "\u00ff\u00ff\u00ff\u00ff\u0007";
        Files.writeString(
                file, text.replace(before, longest + before.substring(longest.length())), StandardCharsets.ISO_8859_1);
    }
}
