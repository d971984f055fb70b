package tillbook.diagnosis;

import static tillbook.diagnosis.cause.Symptom.EVERYTHING;
import static tillbook.diagnosis.cause.Symptom.NOTHING_SHOWS;
import static tillbook.diagnosis.cause.Symptom.NO_RECEIPT;
import static tillbook.diagnosis.cause.Symptom.STAYS_OPEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Situation.OpenPayment;
import tillbook.diagnosis.check.Situation.OwedVoucher;
import tillbook.diagnosis.machine.FolderDisk;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.UnknownReason;
import tillbook.printing.PrintJobState;
import tillbook.sale.ReceiptNumber;
import tillbook.settings.DataFolder;
import tillbook.settings.Mode;
import tillbook.settings.OwnerLock;

/** Faults of the register itself, its settings, and what people left open. */
final class FaultsOfTheRegister {
    private static final ReceiptNumber SALE = ReceiptNumber.of(1, "K7", 42);

    private FaultsOfTheRegister() {}

    static List<Fault> all() {
        return List.of(
                ofSituation(
                        "PAY-WAIT",
                        STAYS_OPEN,
                        "a payment that the customer has not confirmed",
                        payment(AttemptState.PENDING, null)),
                ofSituation(
                        "PAY-UNFINISHED",
                        NOTHING_SHOWS,
                        "a payment whose outcome nobody has told",
                        payment(AttemptState.UNKNOWN, UnknownReason.NO_CONNECTION)),
                ofSituation(
                        "PAY-UNFINISHED",
                        NOTHING_SHOWS,
                        "a payment that only a person can end",
                        payment(AttemptState.NEEDS_PERSON, null)),
                ofSituation(
                        "OPR-NO-VOUCHER",
                        NO_RECEIPT,
                        "a paid sale whose voucher is owed",
                        new Situation(
                                List.of(),
                                List.of(new OwedVoucher(SALE, Money.ofFen(1_280), PrintJobState.HELD, 400_000)),
                                0)),
                ofSituation(
                        "PRN-MUTE",
                        NO_RECEIPT,
                        "a receipt of which nobody knows whether it printed",
                        new Situation(
                                List.of(),
                                List.of(new OwedVoucher(SALE, Money.ofFen(1_280), PrintJobState.UNKNOWN, 400_000)),
                                0)),
                new Fault(
                        "SYS-CRASH",
                        EVERYTHING,
                        "a register that was killed",
                        bench -> bench.probes.register.endedUncleanly = true,
                        bench -> bench.probes.register.endedUncleanly = false),
                new Fault(
                        "SET-PROVIDER",
                        NOTHING_SHOWS,
                        "settings that switch Alipay on without an app number",
                        bench -> Files.writeString(settings(bench), "[alipay]\nenabled = true\n"),
                        bench -> Files.delete(settings(bench))),
                new Fault(
                        "SET-PROVIDER",
                        NOTHING_SHOWS,
                        "an open payment of an account that is not set any more",
                        bench -> bench.probes.register.situation = new Situation(
                                List.of(new OpenPayment(
                                        SALE, Money.ofFen(500), AttemptState.WATCH, 60_000, null, true)),
                                List.of(),
                                0),
                        bench -> bench.probes.register.situation = Situation.AT_REST),
                new Fault(
                        "SYS-DISK",
                        EVERYTHING,
                        "a disk with next to no room (root: a small file system that is full)",
                        FaultsOfTheRegister::fullDisk,
                        FaultsOfTheRegister::goodDisk),
                new Fault(
                        "SYS-DISK",
                        EVERYTHING,
                        "a disk that takes no write (root: a file system mounted read-only)",
                        FaultsOfTheRegister::deadDisk,
                        FaultsOfTheRegister::goodDisk),
                new Fault(
                        "SYS-DISK",
                        EVERYTHING,
                        "a disk on which every write takes long",
                        bench -> bench.probes.disk = new TestProbes.SlowDisk(bench.folder, 900),
                        FaultsOfTheRegister::goodDisk),
                new Fault(
                        "SYS-CONFLICT",
                        EVERYTHING,
                        "a second process that holds the data's lock",
                        FaultsOfTheRegister::heldData,
                        bench -> bench.probes.owner = java.util.Optional::empty),
                new Fault(
                        "SYS-JOURNAL",
                        EVERYTHING,
                        "a byte of the tape is turned over",
                        DamagedTape::on,
                        bench -> bench.probes.journal = new TestProbes.WellJournal()),
                new Fault(
                        "SYS-JOURNAL",
                        EVERYTHING,
                        "a searchable copy that is not a database",
                        DamagedTape::copyOn,
                        bench -> bench.probes.journal = new TestProbes.WellJournal()));
    }

    private static Fault ofSituation(
            String code, tillbook.diagnosis.cause.Symptom symptom, String how, Situation situation) {
        return new Fault(
                code,
                symptom,
                how,
                bench -> bench.probes.register.situation = situation,
                bench -> bench.probes.register.situation = Situation.AT_REST);
    }

    private static Situation payment(AttemptState state, @Nullable UnknownReason unknown) {
        return new Situation(
                List.of(new OpenPayment(SALE, Money.ofFen(8_661), state, 45_000, unknown, false)), List.of(), 0);
    }

    private static Path settings(Bench bench) {
        return bench.folder.resolve("settings.toml");
    }

    private static Path mounted(Bench bench, String size) throws IOException {
        Path folder = Files.createDirectory(bench.folder.resolve("disk"));
        if (Fault.isRoot()) bench.opened(new SmallDisk(folder, size));
        return folder;
    }

    private static void fullDisk(Bench bench) throws IOException {
        Path folder = mounted(bench, "64k");
        if (Fault.isRoot()) fill(folder);
        bench.probes.disk = Fault.isRoot() ? new FolderDisk(folder, () -> 0) : new TestProbes.FullDisk(folder, 4_096);
    }

    private static void fill(Path folder) throws IOException {
        try {
            Files.write(folder.resolve("films"), new byte[1 << 20]);
        } catch (IOException full) {
            return;
        }
        throw new AssertionError("the small disk took more than it holds");
    }

    private static void deadDisk(Bench bench) throws IOException {
        Path folder = mounted(bench, "1g");
        if (Fault.isRoot()) SmallDisk.readOnly(folder);
        bench.probes.disk = new FolderDisk(folder, () -> 0);
        if (!Fault.isRoot())
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("r-x------"));
    }

    private static void goodDisk(Bench bench) {
        bench.probes.disk = new FolderDisk(bench.folder, () -> 0);
    }

    /** The doctor's own look at the lock that another process holds. */
    private static void heldData(Bench bench) throws IOException {
        DataFolder data = new DataFolder(bench.folder.resolve("data"), Mode.PRACTICE);
        Files.createDirectories(data.path());
        bench.opened(new OtherProcess(data));
        bench.probes.owner = () -> OwnerLock.look(data);
    }
}
