package tillbook.desktop.diagnosis;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tillbook.desktop.rig.PracticeLine;
import tillbook.desktop.rig.PracticeRig;
import tillbook.desktop.till.Till;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.check.Probes;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.machine.FolderDisk;
import tillbook.diagnosis.machine.MachineNetwork;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.TapeReader;
import tillbook.settings.OwnerLock;
import tillbook.settings.SettingsFile;

/** The parts of a running register as the checks see them. Safe from any thread. */
public final class TillProbes implements Probes {
    private final Till till;
    private final Attached devices;

    /** Of an open register. */
    public TillProbes(Till till, Attached devices) {
        this.till = till;
        this.devices = devices;
    }

    /** In practice the network around the practice line; in live trade always the machine's own. */
    @Override
    public NetworkProbe network() {
        return line().map(PracticeLine::network).orElseGet(MachineNetwork::usual);
    }

    private Optional<PracticeLine> line() {
        return till.rig().flatMap(PracticeRig::line);
    }

    @Override
    public Optional<ProviderProbe> provider() {
        return till.provider().map(each -> line().map(line -> line.over(each)).orElse(each));
    }

    @Override
    public Optional<RegisterProbe> register() {
        return Optional.of(new RegisterProbe() {
            @Override
            public Situation situation() {
                return Situations.of(
                        till.register().state(),
                        till.shop()::isOfAnotherAccount,
                        till.clock().wall().millis());
            }

            @Override
            public Optional<Boolean> endedUncleanly() {
                return Optional.of(till.endedUncleanly());
            }
        });
    }

    @Override
    public Optional<PrinterProbe> printer() {
        return devices.printer();
    }

    @Override
    public Optional<ScannerProbe> scanner() {
        return devices.scanner();
    }

    /** As they are in the file now, which may have changed since the register opened. */
    @Override
    public SettingsProbe settings() {
        SettingsFile file = new SettingsFile(till.folder().settings(), till.mode());
        // A register with unusable keys does not open.
        return new SettingsOfFile(file, Optional::empty);
    }

    /** The register itself holds the data; nobody else can, but for the file of the searchable copy. */
    @Override
    public OwnerProbe owner() {
        return () -> till.search().lastProblem().orElse(null) instanceof SearchProblem.InUse
                ? Optional.of(new OwnerLock.Owner(0, "?", null, "journal.mv.db"))
                : Optional.empty();
    }

    @Override
    public DiskProbe disk() {
        DiskProbe disk = new FolderDisk(till.folder().path(), System::nanoTime);
        return till.rig().map(rig -> rig.disk().over(disk)).orElse(disk);
    }

    @Override
    public Optional<JournalProbe> journal() {
        return Optional.of(new JournalProbe() {
            @Override
            public Reading tail() {
                return TapeReader.whileOpen(till.disk(), till.tape()::acknowledgedThrough)
                        .verifyTail();
            }

            @Override
            public Optional<SearchProblem> copy() {
                return till.search().lastProblem();
            }

            @Override
            public long rebuiltAtStart() {
                return till.recordsRebuilt();
            }
        });
    }

    /**
     * What this register can do about causes, for {@link tillbook.diagnosis.Mends}.
     *
     * @param files opens the settings for a person
     */
    public Map<Mend, Supplier<MendResult>> mends(OpensFiles files) {
        return new TillMends(till, this, files).all();
    }
}
