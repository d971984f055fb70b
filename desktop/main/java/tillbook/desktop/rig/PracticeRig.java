package tillbook.desktop.rig;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.device.DeviceHost;
import tillbook.settings.DataFolder;
import tillbook.settings.Mode;
import tillbook.settings.SettingsFile;

/**
 * Everything of a practice register that can be disturbed, in the places where a live register has nothing. It is well
 * when it is made, whatever the register before it left. Safe from any thread.
 */
public final class PracticeRig implements AutoCloseable {
    /** Beside a searchable copy that was spoilt on purpose. */
    private static final String SPOILT = "journal.spoilt";

    private final DataFolder folder;
    private final PracticeScanner scanner;
    private final PracticeDisk disk = new PracticeDisk();
    private final PracticeWay way = new PracticeWay();
    private final PracticeSettings settings;
    private volatile @Nullable PracticeLine line;
    private volatile boolean receiptsWithheld;

    private PracticeRig(DataFolder folder, DeviceHost machine) {
        this.folder = folder;
        this.scanner = new PracticeScanner(machine);
        this.settings = new PracticeSettings(new SettingsFile(folder.settings(), folder.mode()));
    }

    /**
     * The rig of a practice folder, well again; empty for live trade, where nothing can be disturbed.
     *
     * @param machine the devices of this machine, not started
     * @throws IOException if what was left disturbed cannot be mended
     */
    public static Optional<PracticeRig> of(DataFolder folder, DeviceHost machine) throws IOException {
        if (folder.mode() != Mode.PRACTICE) return Optional.empty();
        PracticeSettings.putBack(folder.settings());
        dropSpoilt(folder);
        return Optional.of(new PracticeRig(folder, machine));
    }

    /** The copy is made anew from the tape at the opening. */
    private static void dropSpoilt(DataFolder folder) throws IOException {
        Path mark = mark(folder);
        if (!Files.exists(mark)) return;
        Files.deleteIfExists(copy(folder));
        Files.delete(mark);
    }

    private static Path mark(DataFolder folder) {
        return folder.path().resolve(SPOILT);
    }

    private static Path copy(DataFolder folder) {
        return folder.journal().resolveSibling(folder.journal().getFileName() + ".mv.db");
    }

    /** Where the searchable copy lies. */
    public Path copy() {
        return copy(folder);
    }

    /** Notes beside the copy that it is spoilt, so that no start ever trusts it; or that it is not, any more. */
    public void spoilt(boolean isSpoilt) throws IOException {
        if (isSpoilt) Files.writeString(mark(folder), "");
        else Files.deleteIfExists(mark(folder));
    }

    /**
     * Lays a line to a practice provider; its near end is what the register speaks to.
     *
     * @param slow how late an answer comes over a slow line
     */
    public URI lay(URI provider, Duration slow) throws IOException {
        PracticeLine laid = new PracticeLine(provider, slow);
        line = laid;
        return laid.uri();
    }

    /** The line to the practice provider; empty where payments of practice go to another one. */
    public Optional<PracticeLine> line() {
        return Optional.ofNullable(line);
    }

    /** The scanner, with the devices of the machine behind it. */
    public PracticeScanner scanner() {
        return scanner;
    }

    /** Room for the journal. */
    public PracticeDisk disk() {
        return disk;
    }

    /** The way to the practice printer. */
    public PracticeWay way() {
        return way;
    }

    /** The settings file. */
    public PracticeSettings settings() {
        return settings;
    }

    /** Whether the printing room finds no records of sales, and so prints no receipt though the printer is well. */
    public boolean receiptsWithheld() {
        return receiptsWithheld;
    }

    /** From now on it finds none, or all. */
    public void receiptsWithheld(boolean isWithheld) {
        receiptsWithheld = isWithheld;
    }

    @Override
    public void close() throws IOException {
        PracticeLine laid = line;
        if (laid != null) laid.close();
    }
}
