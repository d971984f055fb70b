package tillbook.desktop.diagnosis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.till.DataProvider;
import tillbook.diagnosis.check.Probes;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.machine.FolderDisk;
import tillbook.diagnosis.machine.MachineNetwork;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.SearchWitness;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.TapeBrokenException;
import tillbook.journal.tape.TapeReader;
import tillbook.register.RegisterStart;
import tillbook.register.RegisterState;
import tillbook.settings.DataFolder;
import tillbook.settings.Machine;
import tillbook.settings.OwnerLock;
import tillbook.settings.SettingsFile;

/**
 * Data on which no register runs, or none that answers, as the checks see it: read only, its lock looked at and not kept.
 * Safe from any thread.
 */
public final class FolderProbes implements Probes {
    private final DataFolder folder;
    private final Supplier<DataProvider> provider;
    private final Supplier<Attached> devices;
    private final java.time.InstantSource wall;

    /** Of a data folder, which need not be there; nothing is read of it before a probe is asked for. */
    public FolderProbes(DataFolder folder, Machine machine, java.time.InstantSource wall) {
        this.folder = folder;
        this.provider = () -> DataProvider.of(folder, machine);
        this.devices = () -> Attached.by(folder);
        this.wall = wall;
    }

    @Override
    public NetworkProbe network() {
        return MachineNetwork.usual();
    }

    @Override
    public Optional<ProviderProbe> provider() {
        return provider.get().probe();
    }

    @Override
    public Optional<RegisterProbe> register() {
        if (!Files.isDirectory(folder.tape())) return Optional.of(new AtRest(RegisterState.NEW, false, wall));
        // Looked at first: a register that ends meanwhile leaves nothing on the tape that is read behind it.
        boolean atWork = OwnerLock.look(folder).isPresent();
        return state().map(state -> new AtRest(state, atWork, wall));
    }

    /** Nothing else can be known of a state. */
    private record AtRest(RegisterState state, boolean atWork, java.time.InstantSource wall) implements RegisterProbe {
        @Override
        public Situation situation() {
            return Situations.of(state, _ -> false, wall.millis());
        }

        /** Where nobody has the data open, whoever had it last said goodbye or did not; whoever is at work has not yet. */
        @Override
        public Optional<Boolean> endedUncleanly() {
            return atWork ? Optional.empty() : Optional.of(state.open());
        }
    }

    /** Empty where a record cannot be read: what was decided behind it, or undone, is not known. */
    private Optional<RegisterState> state() {
        try {
            TapeReader reader = TapeReader.whileClosed(RealDisk.at(folder.tape()), 0);
            if (!(reader.verifyTail() instanceof Reading.Whole)) return Optional.empty();
            RegisterStart start = new RegisterStart();
            return reader.lastSegment()
                    .map(replay -> {
                        replay.snapshot().ifPresent(payload -> start.snapshot(replay.snapshotThrough(), payload));
                        replay.forEach((sequence, hash, payload) -> start.record(sequence, payload));
                        return start.outcome();
                    })
                    .or(() -> Optional.of(start.outcome()).filter(_ -> isEmpty(folder.tape())))
                    .flatMap(FolderProbes::known);
        } catch (IOException | TapeBrokenException e) {
            return Optional.empty();
        }
    }

    private static Optional<RegisterState> known(RegisterStart.Outcome outcome) {
        return switch (outcome) {
            case RegisterStart.Outcome.Folded folded -> Optional.of(folded.state());
            case RegisterStart.Outcome.TooNew _, RegisterStart.Outcome.Damaged _ -> Optional.empty();
        };
    }

    private static boolean isEmpty(Path tape) {
        try (var files = Files.list(tape)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<PrinterProbe> printer() {
        return devices.get().printer();
    }

    @Override
    public Optional<ScannerProbe> scanner() {
        return devices.get().scanner();
    }

    @Override
    public SettingsProbe settings() {
        SettingsFile file = new SettingsFile(folder.settings(), folder.mode());
        return new SettingsOfFile(file, () -> provider.get().keys());
    }

    @Override
    public OwnerProbe owner() {
        return () -> OwnerLock.look(folder);
    }

    @Override
    public DiskProbe disk() {
        return new FolderDisk(folder.path(), System::nanoTime);
    }

    @Override
    public Optional<JournalProbe> journal() {
        return Files.isDirectory(folder.tape()) ? Optional.of(new Closed(folder)) : Optional.empty();
    }

    /** The tape and its copy as they lie there. */
    private record Closed(DataFolder folder) implements JournalProbe {
        @Override
        public Reading tail() {
            try {
                return TapeReader.whileClosed(RealDisk.at(folder.tape()), 0).verifyTail();
            } catch (IOException e) {
                throw new UncheckedIOException("the journal's folder cannot be read: " + folder.tape(), e);
            }
        }

        /** A copy that somebody has open is that one's; one that is missing is made at the next start. */
        @Override
        public Optional<SearchProblem> copy() {
            Path file = folder.journal().resolveSibling(folder.journal().getFileName() + ".mv.db");
            if (!Files.exists(file) || OwnerLock.look(folder).isPresent()) return Optional.empty();
            return read(file);
        }

        private static Optional<SearchProblem> read(Path file) {
            @Nullable SearchWitness witness = SearchWitness.open(file).orElse(null);
            if (witness == null) return Optional.of(new SearchProblem.Damaged());
            witness.close();
            return Optional.empty();
        }

        @Override
        public long rebuiltAtStart() {
            return 0;
        }
    }
}
