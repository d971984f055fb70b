package tillbook.desktop.command;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.Desk;
import tillbook.desktop.control.Request;
import tillbook.desktop.diagnosis.Attached;
import tillbook.desktop.diagnosis.DiagnosisDesk;
import tillbook.desktop.diagnosis.TillProbes;
import tillbook.desktop.goods.GoodsDesk;
import tillbook.desktop.journal.JournalDesk;
import tillbook.desktop.journal.JournalSource;
import tillbook.desktop.till.Till;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.tape.TapeReader;
import tillbook.payment.ProbeAnswer;
import tillbook.register.RegisterState;

/** Answers commands for the register that runs. Safe from any thread. */
final class RegisterDesk implements Desk {
    /** A command sees the sale that was just made, if the copy follows within this. */
    private static final Duration LAG_MAX = Duration.ofSeconds(3);

    private final Till till;
    private final JournalDesk journal;
    private final GoodsDesk goods;
    private final ReprintDesk reprint;
    private final DiagnosisDesk doctor;

    RegisterDesk(Till till) {
        this.till = till;
        this.goods = new GoodsDesk(till.catalog());
        this.reprint = new ReprintDesk(till, this::search);
        this.doctor = new DiagnosisDesk(DoctorCommand.of(till.clock()), new TillProbes(till, Attached.to(till)));
        this.journal = new JournalDesk(new JournalSource(
                this::search,
                () -> till.search().lastProblem().orElse(null),
                till.tape(),
                till.search()::rebuild,
                TapeReader.whileOpen(till.disk(), till.tape()::acknowledgedThrough),
                till::receipts,
                till.shop().zone()));
    }

    @Override
    public int answer(Request request, Consumer<Answer> out) {
        return switch (request.ask()) {
            case "ping" -> {
                out.accept(Answer.of("pong")
                        .with("pid", ProcessHandle.current().pid())
                        .with("version", till.shop().version())
                        .text(""));
                yield ExitCode.DONE;
            }
            case "status" -> {
                out.accept(status());
                yield ExitCode.DONE;
            }
            case "journal reprint" -> reprint.answer(request, out);
            case DoctorCommand.ASK -> doctor.answer(request, out);
            case DevicesCommand.ASK ->
                DevicesCommand.tell(till.devices().how(), till.devices().found(), request.language(), out);
            case "goods import", "goods find" -> goods.answer(request, out);
            default -> journal.answer(request, out);
        };
    }

    private Optional<JournalSearch> search() {
        try {
            till.search().awaitApplied(till.tape().acknowledgedThrough(), LAG_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return till.search().search();
    }

    private Answer status() {
        RegisterState state = till.register().state();
        return Answer.of("status")
                .with("mode", till.mode().word())
                .with("data", till.folder().path().toString())
                .with("version", till.shop().version())
                .with("epoch", state.epoch())
                .with("cashier", state.cashier())
                .with("openAttempts", state.openAttempts().count())
                .with("vouchersOwed", state.owed().count())
                .with("journal", till.register().isBroken() ? "broken" : "ok")
                .with("records", till.tape().acknowledgedThrough())
                .with("searchLag", till.search().lag())
                .with("trade", till.trade().isOpen() ? "open" : "closed")
                .with(
                        "tradeClosedBecause",
                        till.trade().closedBecause().map(RegisterDesk::reason).orElse(null))
                .text("");
    }

    private static String reason(ProbeAnswer answer) {
        return switch (answer) {
            case ProbeAnswer.Ready _ -> "";
            case ProbeAnswer.BadSignature _ -> "PAY-KEY bad signature";
            case ProbeAnswer.Refused refused ->
                "PAY-KEY " + refused.exchange().code() + " "
                        + refused.exchange().subCode();
            case ProbeAnswer.Unreachable unreachable -> "NET " + unreachable.reason();
        };
    }
}
