package tillbook.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.settings.FolderProblem.Code;

class DataFolderTest {
    @TempDir
    private Path place;

    @Test
    void theUsualPlaceIsThePlatformsOwn() {
        Path home = Path.of("/home/wang");
        assertEquals(
                home.resolve(".local/share/tillbook"),
                machine(Map.of(), "Linux").dataRoot());
        assertEquals(
                Path.of("/data/tillbook"),
                machine(Map.of("XDG_DATA_HOME", "/data"), "Linux").dataRoot());
        assertEquals(
                home.resolve(".local/share/tillbook"),
                machine(Map.of("XDG_DATA_HOME", "relative"), "Linux").dataRoot());
        assertEquals(
                home.resolve("Library/Application Support/Tillbook"),
                machine(Map.of(), "Mac OS X").dataRoot());
        assertEquals(
                Path.of("/local/Tillbook"),
                machine(Map.of("LOCALAPPDATA", "/local"), "Windows 11").dataRoot());
        for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
            assertEquals(
                    Path.of("/till"),
                    machine(Map.of("TILLBOOK_HOME", "/till"), system).dataRoot());
            assertEquals(
                    machine(Map.of(), system).dataRoot(),
                    machine(Map.of("TILLBOOK_HOME", " "), system).dataRoot());
        }
    }

    @Test
    void thePassphrasesLieOutsideTheDataOnEverySystem() {
        for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
            Machine machine = machine(Map.of(), system);
            assertTrue(!machine.passphraseFolder().startsWith(machine.dataRoot()), system);
        }
    }

    @Test
    void practiceAndLiveShareNoFile() {
        DataFolder practice = new DataFolder(place, Mode.PRACTICE);
        DataFolder live = new DataFolder(place, Mode.LIVE);
        assertEquals(place.resolve("practice").resolve("settings.toml"), practice.settings());
        assertEquals(place.resolve("live").resolve("keys.p12"), live.keys());
        assertTrue(!live.tape().startsWith(practice.path()) && !practice.tape().startsWith(live.path()));
    }

    @Test
    void nothingConfiguredMeansPracticeAndLiveSettingsMeanLive() throws IOException {
        assertEquals(Mode.PRACTICE, DataFolder.usualMode(place));
        DataFolder live = opened(DataFolder.open(place, Mode.LIVE)).folder();
        assertEquals(Mode.PRACTICE, DataFolder.usualMode(place));
        Files.createFile(live.settings());
        assertEquals(Mode.LIVE, DataFolder.usualMode(place));
    }

    @Test
    void everyFolderIsMadeForItsOwnerAloneAndOpeningAgainChangesNothing() throws IOException {
        Path root = place.resolve("a").resolve("b");
        DataFolder folder = opened(DataFolder.open(root, Mode.PRACTICE)).folder();
        for (Path path : List.of(root, folder.path(), folder.tape(), folder.catalog(), folder.backup(), folder.log())) {
            assertTrue(Files.isDirectory(path), path.toString());
            if (SafeFile.hasPermissions(path))
                assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
        assertEquals(List.of(), opened(DataFolder.open(root, Mode.PRACTICE)).remarks());
    }

    @Test
    void aFolderThatOthersCouldReadIsClosedAndSaid() throws IOException {
        assumeTrue(SafeFile.hasPermissions(place), "this file system knows no owners");
        DataFolder folder =
                opened(DataFolder.open(place.resolve("d"), Mode.LIVE)).folder();
        Files.setPosixFilePermissions(folder.tape(), PosixFilePermissions.fromString("rwxr-xr-x"));
        List<FolderProblem> remarks =
                opened(DataFolder.open(place.resolve("d"), Mode.LIVE)).remarks();
        assertEquals(List.of(new FolderProblem(Code.WAS_OPEN, folder.tape())), remarks);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.tape())));
    }

    @Test
    void whatStandsInTheWayIsNamedWithItsPathAndAWayOut() throws IOException {
        Path file = Files.createFile(place.resolve("file"));
        FolderProblem problem = refused(DataFolder.open(file, Mode.LIVE));
        assertEquals(new FolderProblem(Code.NOT_A_FOLDER, file), problem);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
            String words = problem.sentence(locale);
            assertTrue(words.contains(file.toString()) && words.contains("TILLBOOK_HOME"), words);
        }
        assertEquals(
                Code.CANNOT_CREATE,
                refused(DataFolder.open(file.resolve("below"), Mode.LIVE)).code());
        Path root = place.resolve("root");
        Files.createDirectories(root.resolve("live"));
        Files.createFile(root.resolve("live").resolve("tape"));
        assertEquals(
                root.resolve("live").resolve("tape"),
                refused(DataFolder.open(root, Mode.LIVE)).path());
    }

    @Test
    void aFolderThatTakesNoFileIsRefused() {
        Path readOnly = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(readOnly), "this system has no such folder");
        assertEquals(
                Code.NOT_WRITABLE, refused(DataFolder.open(readOnly, Mode.LIVE)).code());
    }

    @Test
    void aNameTooLongForASocketIsARemark() {
        Path deep = place.resolve("x".repeat(120));
        assertEquals(
                List.of(Code.NAME_TOO_LONG_FOR_SOCKET),
                opened(DataFolder.open(deep, Mode.LIVE)).remarks().stream()
                        .map(FolderProblem::code)
                        .toList());
    }

    private static Machine machine(Map<String, String> env, String system) {
        return new Machine(env, system, Path.of("/home/wang"), "wang");
    }

    private static DataFolder.Opening.Opened opened(DataFolder.Opening opening) {
        return assertInstanceOf(DataFolder.Opening.Opened.class, opening, opening::toString);
    }

    private static FolderProblem refused(DataFolder.Opening opening) {
        return assertInstanceOf(DataFolder.Opening.Refused.class, opening, opening::toString)
                .problem();
    }
}
