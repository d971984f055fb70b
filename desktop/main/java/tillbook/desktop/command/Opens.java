package tillbook.desktop.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import tillbook.care.Uncaught;
import tillbook.desktop.till.Opening;
import tillbook.desktop.till.OpeningWords;
import tillbook.desktop.till.Till;
import tillbook.desktop.till.TillClock;
import tillbook.desktop.till.TillOptions;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.settings.DataFolder;
import tillbook.settings.Machine;
import tillbook.settings.Mode;

/** What several commands need of the machine and the data. Used by the thread that runs the command. */
final class Opens {
    /** Its name in code and text of answers. */
    static final String HELD = "HELD";

    private Opens() {}

    static Machine machine(Invocation invocation) {
        Properties system = System.getProperties();
        return Machine.of(invocation.surroundings().environment(), system);
    }

    /** The data that a command is about, whether or not it is there. */
    static DataFolder folder(Invocation invocation) {
        Path root = machine(invocation).dataRoot();
        Mode named = invocation.options().mode();
        return new DataFolder(root.toAbsolutePath().normalize(), named == null ? DataFolder.usualMode(root) : named);
    }

    /** The clock the environment asks for; empty if what it asks for cannot be read, which was said. */
    static Optional<TillClock> clock(Invocation invocation) {
        Optional<TillClock> clock = TillClock.of(invocation.surroundings().environment());
        if (clock.isEmpty()) {
            String said = invocation.surroundings().environment().getOrDefault(TillClock.VARIABLE, "");
            String sentence = Messages.of(invocation.locale()).text("wrong.clock", TillClock.VARIABLE, said);
            new Teller(invocation).refuse("WRONG_USE", List.of(sentence), ExitCode.WRONG_USE);
        }
        return clock;
    }

    static Opening till(
            Invocation invocation,
            TillClock clock,
            String what,
            Function<RegisterState, RegisterThread.Listener> listener) {
        Machine machine = machine(invocation);
        Mode named = invocation.options().mode();
        Mode mode = named == null ? DataFolder.usualMode(machine.dataRoot()) : named;
        // Real customers have the world's own time, whatever a forgotten variable says.
        TillClock time = mode == Mode.LIVE ? TillClock.real() : clock;
        TillOptions options = new TillOptions(machine, named, what, Version.text(), time);
        return Till.open(
                options, listener, thrown -> Uncaught.note(thrown, "register").code());
    }

    /** Says why it did not open. */
    static int refused(Invocation invocation, Opening opening) {
        Locale locale = invocation.locale();
        return new Teller(invocation).refuse(code(opening), OpeningWords.of(opening, locale), ExitCode.BROKEN);
    }

    /** The fault catalogue's code where it has one. */
    static String code(Opening opening) {
        return switch (opening) {
            case Opening.Opened _ -> "";
            case Opening.HeldBy _ -> HELD;
            case Opening.FolderUnusable _ -> "SYS-FOLDER";
            case Opening.SettingsRefused _ -> "SYS-SETTINGS";
            case Opening.KeysRefused _ -> "PAY-KEY";
            case Opening.WrittenByNewer _ -> "SYS-NEWER";
            case Opening.TapeDamaged _, Opening.RecordRefused _ -> "SYS-JOURNAL";
            case Opening.DiskRefused _ -> "SYS-DISK";
            case Opening.PracticeRefused _ -> "SYS-PRACTICE";
        };
    }
}
