package tillbook.diagnosis;

import java.util.ArrayList;
import java.util.List;
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
