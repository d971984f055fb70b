package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.Trouble;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.register.Attempt;
import tillbook.register.SaleState;
import tillbook.register.Sheet;
import tillbook.sale.Line;
import tillbook.sale.Sale;

/** The whole checkout at one moment, as the model shows it. Knows no control; made anew for each moment. */
final class CheckoutPicture {
    /** A sheet that was ordered just now shows on its panel; after that it stands in the tray. */
    private static final long ON_ITS_WAY_MS = 5_000;

    private final Sight sight;
    private final Words words;
    private final Standing standing;
    private final Does does;
    private final List<Light> lights;

    CheckoutPicture(Sight sight, Standing standing, List<Light> lights, Does does) {
        this.sight = sight;
        this.words = sight.words();
        this.standing = standing;
        this.lights = lights;
        this.does = does;
    }

    // Left.

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<Line> lines = linesAtCounter();
        for (int i = 0; i < lines.size(); i++) rows.add(row(lines.get(i), i + 1));
        switch (standing.remark()) {
            case null -> {}
            case Standing.Remark.Of(var trouble) -> {
                String code = FaultCode.of(trouble);
                rows.add(new Row.Said(Tone.BAD, words.trouble(trouble), code == null ? "" : code, unknown(trouble)));
            }
            case Standing.Remark.Sentence said ->
                rows.add(new Row.Said(
                        said.tone(), words.text(said.key(), said.args().toArray()), said.code(), ""));
        }
        return rows;
    }

    /** The code that can be added here, empty if that is not the trouble. */
    static String unknown(Trouble trouble) {
        return trouble instanceof Trouble.UnknownGoods goods ? goods.code() : "";
    }

    /** Place of the line that keys act upon, -1 if there is none. */
    int place() {
        List<Line> lines = sight.basket().lines();
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).number() == standing.line()) return i;
        return -1;
    }

    /** The basket; while it is empty, the sale at the counter, until the next customer. */
    private List<Line> linesAtCounter() {
        if (isNextCustomers()) return sight.basket().lines();
        Sale frozen = sight.snapshot().lastFrozen();
        if (frozen != null && frozen.number().equals(sight.state().atCounter())) return frozen.lines();
        return sight.state().saleAtCounter().map(sale -> sale.sale().lines()).orElse(List.of());
    }

    private boolean isNextCustomers() {
        return !sight.basket().isEmpty() || sight.atCounter() == null;
    }

    private static Row row(Line line, int place) {
        return new Row.Goods(
                line.number(),
                place,
                line.name(),
                line.code(),
                line.unitPrice().yuan() + (isWhole(line) ? "" : "/" + line.unit()),
                line.quantity().text(),
                line.discount().isZero() ? "" : "-" + line.discount().yuan(),
                line.amount().yuan());
    }

    private static boolean isWhole(Line line) {
        return line.quantity().thousandths() % 1_000 == 0;
    }

    // Right.

    /** The answer to what was asked; empty if there is nothing to ask any more. */
    Optional<Panel> asked() {
        return new AskingPanels(sight, does).of(standing.asking(), lights);
    }

    /** Where things stand while nothing is asked. */
    Panel stands() {
        PaymentPanels payments = new PaymentPanels(sight, does);
        Panel selling = new SellingPanels(sight, does).selling();
        if (isNextCustomers()) return selling;
        Optional<SaleState> frozen = sight.frozenAtCounter();
        if (frozen.isPresent()) return payments.unpaid(frozen.get());
        JournalEntry entry = sight.snapshot().lastPaid();
        return entry != null
                        && entry.event() instanceof TenderPaid paid
                        && paid.receipt().equals(sight.state().atCounter())
                ? payments.paid(entry, paid)
                : selling;
    }

    // Bottom.

    List<Chip> tray() {
        List<Chip> chips = new ArrayList<>();
        List<Attempt> open = sight.state().openAttempts().toList();
        if (!open.isEmpty()) chips.add(attempts(open));
        long unpaid = OpenPanels.unpaidSales(sight).count();
        if (unpaid > 0) chips.add(chip("tray-unpaid", Tone.WARN, "!", "tray.unpaid", unpaid, new Asking.Unpaid()));
        int doubtful = sight.state().owed().unknown().size();
        if (doubtful > 0)
            chips.add(chip("tray-doubtful", Tone.BAD, "?", "tray.doubtful", doubtful, new Asking.Vouchers()));
        long owed = sight.state().owed().count() - underWay();
        if (owed > 0) chips.add(chip("tray-vouchers", Tone.BAD, "▤", "tray.owed", owed, new Asking.Vouchers()));
        return chips;
    }

    /** On their way to paper: nothing that anybody must do something about. */
    private long underWay() {
        return sight.state().owed().newest().stream()
                .filter(owed ->
                        owed.sheet().isUnderWay() || isOnItsWay(owed.sheet()) || owed.job() == PrintJobState.UNKNOWN)
                .count();
    }

    private boolean isOnItsWay(Sheet sheet) {
        return sight.shop().printing().on()
                && sheet.state() == PrintJobState.QUEUED
                && sheet.fault() == null
                && sight.wallMs() - sheet.since() < ON_ITS_WAY_MS;
    }

    /** What waits without hurry. */
    List<Chip> trayRight() {
        int held = sight.state().held().size();
        return held == 0 ? List.of() : List.of(chip("tray-held", Tone.PLAIN, "", "tray.held", held, new Asking.Held()));
    }

    private Chip chip(String id, Tone tone, String mark, String key, long count, Asking opens) {
        return new Chip(id, tone, mark, words.text(key, count), () -> does.open(opens));
    }

    private Chip attempts(List<Attempt> open) {
        Attempt oldest = open.getFirst();
        long ageMs = oldest.sendingAt() == 0 ? 0 : sight.wallMs() - oldest.sendingAt();
        boolean person = open.stream()
                .anyMatch(attempt -> attempt.state() == AttemptState.ANOMALY
                        || attempt.state() == AttemptState.NEEDS_PERSON
                        || sight.isNobodyAsked(attempt));
        String age = words.age(ageMs);
        String label = open.size() == 1
                ? words.text("tray.one", oldest.facts().amount(), age)
                : words.text("tray.many", open.size(), oldest.facts().amount(), age);
        return new Chip(
                "tray-attempts",
                person ? Tone.BAD : Tone.WARN,
                person ? "!" : "◔",
                label,
                () -> does.open(new Asking.OpenAttempts()));
    }
}
