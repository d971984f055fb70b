package tillbook.diagnosis;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.check.Probes;
import tillbook.diagnosis.check.Probes.PrinterProbe;
import tillbook.diagnosis.check.Probes.ProviderProbe;
import tillbook.payment.ProbeAnswer;
import tillbook.printing.engine.PrinterLook;

/**
 * Does what a cause proposes. What only the register can do is handed in; a mend blocks for as long as the thing it tries
 * again. Immutable, safe from any thread if what is handed in is.
 */
public final class Mends {
    private final Probes probes;
    private final Map<Mend, Supplier<MendResult>> register;

    /**
     * With what the register can do.
     *
     * @param register may be empty; stands before what is done here
     */
    public Mends(Probes probes, Map<Mend, Supplier<MendResult>> register) {
        this.probes = probes;
        this.register = Map.copyOf(register);
    }

    /** Does it. */
    public MendResult mend(Mend mend) {
        Supplier<MendResult> own = register.get(mend);
        if (own != null) return own.get();
        return switch (mend) {
            case TRY_PRINTER_AGAIN -> printer();
            case ASK_PROVIDER_AGAIN -> provider();
            case CHECK_AGAIN, PRINT_OWED, REBUILD_COPY, OPEN_SETTINGS, NONE -> new MendResult.NotHere(mend);
        };
    }

    private MendResult printer() {
        Optional<PrinterProbe> printer = probes.printer();
        if (printer.isEmpty()) return new MendResult.NotHere(Mend.TRY_PRINTER_AGAIN);
        return switch (printer.get().look()) {
            case PrinterLook.Here here ->
                here.status()
                        .fault()
                        .<MendResult>map(fault -> new MendResult.StillWrong(Mend.TRY_PRINTER_AGAIN, fault.code()))
                        .orElseGet(() -> new MendResult.Done(Mend.TRY_PRINTER_AGAIN));
            case PrinterLook.Silent _ -> new MendResult.Done(Mend.TRY_PRINTER_AGAIN);
            case PrinterLook.Away away ->
                new MendResult.StillWrong(Mend.TRY_PRINTER_AGAIN, away.fault().code());
        };
    }

    /** Once the provider answers again, the register asks it by itself about everything that is open. */
    private MendResult provider() {
        Optional<ProviderProbe> provider = probes.provider();
        if (provider.isEmpty()) return new MendResult.NotHere(Mend.ASK_PROVIDER_AGAIN);
        ProbeAnswer answer = provider.get().probe();
        return answer instanceof ProbeAnswer.Ready
                ? new MendResult.Done(Mend.ASK_PROVIDER_AGAIN)
                : new MendResult.StillWrong(
                        Mend.ASK_PROVIDER_AGAIN, answer.exchange().code());
    }
}
