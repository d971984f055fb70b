package tillbook.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import tillbook.diagnosis.cause.Symptom;

/**
 * A fault of the catalogue that can be made to happen on a {@link Bench}. Immutable.
 *
 * @param how it is made to happen, for the table in the documentation
 * @param injected makes it happen
 * @param mended takes it away again, as the remedy does
 */
record Fault(String code, Symptom symptom, String how, Step injected, Step mended) {
    /** Something done to a bench. */
    interface Step {
        void on(Bench bench) throws Exception;
    }

    /** Made by values that its check is told; all others are made with the part itself. */
    private static final Set<String> TOLD = Set.of(
            "the system lists its interface without a carrier",
            "the system lists its interface without an address",
            "the port says that no scanner is attached",
            "8 of the last 20 scans were refused",
            "the port says that another printer is attached",
            "the port says that another scanner is attached",
            "a payment that the customer has not confirmed",
            "a payment whose outcome nobody has told",
            "a payment that only a person can end",
            "a paid sale whose voucher is owed",
            "a receipt of which nobody knows whether it printed",
            "a register that was killed",
            "an open payment of an account that is not set any more",
            "a disk on which every write takes long");

    /** Of these, made to happen in a whole practice register by {@code TroublesTest}. */
    private static final Set<String> IN_A_WHOLE_REGISTER = Set.of(
            "NET-LINK",
            "NET-ADDR",
            "PAY-WAIT",
            "PAY-UNFINISHED",
            "OPR-NO-VOUCHER",
            "PRN-MUTE",
            "SCN-GONE",
            "SCN-BAD",
            "SYS-CRASH");

    /** How much of it is real, for the table in the documentation. */
    String proof() {
        if (!TOLD.contains(how)) return "the part itself";
        boolean whole = IN_A_WHOLE_REGISTER.contains(code) || how.contains("another scanner");
        return whole ? "a value; a whole register in `TroublesTest`" : "a value";
    }

    @Override
    public String toString() {
        return code + ": " + how;
    }

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        all.addAll(FaultsOfTheLine.all());
        all.addAll(FaultsOfDevices.all());
        all.addAll(FaultsOfTheRegister.all());
        return all;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Skips the test, and says so. */
    static void needsRoot() {
        Assumptions.assumeTrue(isRoot(), "only root can mount a file system: this fault was not made to happen");
    }
}
