package tillbook.desktop.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tillbook.care.Uncaught;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.ControlClient;
import tillbook.desktop.control.Request;
import tillbook.desktop.diagnosis.DiagnosisDesk;
import tillbook.desktop.diagnosis.FolderProbes;
import tillbook.desktop.till.TillClock;
import tillbook.diagnosis.Diagnosis;
import tillbook.settings.DataFolder;

/** {@code doctor}: why something did not work. Changes nothing, whether or not a register runs. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    static final String ASK = "doctor";

    /** A register that says nothing for so long is looked at from outside: it waits for a run of the window at most. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Invocation invocation;
    private final Teller teller;

    @Option(names = "--symptom", paramLabel = "SYMPTOM", descriptionKey = "symptom")
    private @Nullable String symptom;

    DoctorCommand(Invocation invocation) {
        this.invocation = invocation;
        this.teller = new Teller(invocation);
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> args = symptom == null ? Map.of() : Map.of("symptom", symptom);
        Request request = new Request(ASK, invocation.locale(), args);
        DataFolder folder = Opens.folder(invocation);
        OptionalInt exit = ControlClient.ask(folder.socket(), request, this::tell, SILENCE);
        return exit.isPresent() ? exit.getAsInt() : withoutRegister(folder).answer(request, this::tell);
    }

    private void tell(Answer answer) {
        if (answer.type().equals("error")) {
            teller.refuse(
                    String.valueOf(answer.fields().get("code")),
                    List.of(answer.text().split("\n", -1)),
                    ExitCode.WRONG_USE);
        } else {
            teller.tell(answer);
        }
        invocation.surroundings().out().flush();
    }

    private DiagnosisDesk withoutRegister(DataFolder folder) {
        TillClock clock = TillClock.real();
        FolderProbes probes = new FolderProbes(folder, Opens.machine(invocation), clock.wall());
        return new DiagnosisDesk(of(clock), probes);
    }

    /** Its waits are the world's, also where practice time runs faster. */
    static Diagnosis of(TillClock clock) {
        return new Diagnosis(
                clock.wall(),
                TillClock.real().monotonicMs(),
                thrown -> Uncaught.note(thrown, "diagnosis").code());
    }
}
