package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.Evidence;
import tillbook.desktop.device.ScannerSeen;
import tillbook.desktop.printing.PrinterSeen;
import tillbook.device.DeviceText;
import tillbook.device.ScannerFault;
import tillbook.payment.ProbeAnswer;
import tillbook.payment.Provider;
import tillbook.payment.UnknownReason;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrintWording;

/** The lights of the top bar, each from what was really seen; what nobody has seen cannot be told. */
final class Lights {
    /**
     * What is known besides the register's own exchanges.
     *
     * @param tradeOpen the provider has proven itself to this process
     * @param closedBecause its last answer, empty if it is open or was never asked
     * @param journalBroken the tape cannot be written
     * @param scannedAt wall time of the newest scan by a keyboard scanner, ms, 0 before the first
     * @param printer what was last seen of the printer, empty if there is none
     * @param scanner what is known of the register's own scanner, empty if it has none
     */
    record Seen(
            boolean tradeOpen,
            Optional<ProbeAnswer> closedBecause,
            boolean journalBroken,
            long scannedAt,
            Optional<PrinterSeen> printer,
            Optional<ScannerSeen> scanner) {}

    private final Sight sight;
    private final Words words;
    private final Seen seen;

    Lights(Sight sight, Seen seen) {
        this.sight = sight;
        this.words = sight.words();
        this.seen = seen;
    }

    List<Light> all() {
        List<Light> all = new ArrayList<>();
        all.add(network());
        sight.shop().rules().keySet().stream().sorted().map(this::provider).forEach(all::add);
        all.add(seen.printer().map(this::printer).orElseGet(() -> unknown("printer")));
        all.add(scanner());
        all.add(journal());
        return all;
    }

    private Light network() {
        Optional<Evidence.Seen> newest =
                sight.snapshot().evidence().values().stream().max((a, b) -> Long.compare(a.at(), b.at()));
        if (newest.isPresent()) {
            boolean away = isAway(newest.get().unknown());
            String key = away ? "light.network.away" : "light.network.ok";
            return light(
                    "network",
                    away ? Tone.BAD : Tone.OK,
                    words.text(key, words.time(newest.get().at())));
        }
        if (seen.tradeOpen()) return light("network", Tone.OK, words.text("light.network.start"));
        boolean away = seen.closedBecause()
                .filter(answer -> answer instanceof ProbeAnswer.Unreachable)
                .isPresent();
        return away ? light("network", Tone.BAD, words.text("light.network.none")) : unknown("network");
    }

    private static boolean isAway(@Nullable UnknownReason reason) {
        return reason == UnknownReason.NO_CONNECTION || reason == UnknownReason.NO_ADDRESS;
    }

    private Light provider(Provider provider) {
        Evidence.Seen newest = sight.snapshot().evidence().get(provider);
        String name = words.provider(provider);
        if (newest != null) {
            String at = words.time(newest.at());
            if (newest.proved())
                return named(
                        provider,
                        name,
                        Tone.OK,
                        words.text(
                                "light.provider.ok", name, at, newest.exchange().latencyMs()));
            String why = newest.unknown() == null ? "" : words.shared("unknown", newest.unknown());
            return named(provider, name, Tone.WARN, words.text("light.provider.silent", name, at, why));
        }
        if (seen.tradeOpen()) return named(provider, name, Tone.OK, words.text("light.provider.start", name));
        return seen.closedBecause()
                .map(answer ->
                        named(provider, name, Tone.BAD, words.text("light.provider.closed", name, reason(answer))))
                .orElseGet(() -> named(provider, name, Tone.PLAIN, words.text("light.provider.unknown", name)));
    }

    private String reason(ProbeAnswer answer) {
        return switch (answer) {
            case ProbeAnswer.Ready _ -> "";
            case ProbeAnswer.BadSignature _ -> words.shared("unknown", UnknownReason.BAD_SIGNATURE);
            case ProbeAnswer.Refused _ -> words.shared("decline.CONFIG");
            case ProbeAnswer.Unreachable unreachable -> words.shared("unknown", unreachable.reason());
        };
    }

    private Light printer(PrinterSeen printer) {
        if (printer.at() == 0) return light("printer", Tone.PLAIN, words.text("light.printer.not-yet"));
        String at = words.time(printer.at());
        PrinterFault fault = printer.fault();
        if (fault != null) {
            String sentence = new PrintWording(words.language()).of(fault);
            return light("printer", Tone.BAD, words.text("light.printer.fault", fault.code(), sentence, at));
        }
        if (printer.isSilent()) return light("printer", Tone.PLAIN, words.text("light.printer.silent", at));
        if (printer.isLow()) return light("printer", Tone.WARN, words.text("light.printer.low", at));
        return light("printer", Tone.OK, words.text(confirms(printer.tier()), at));
    }

    private static String confirms(@Nullable ConfirmationTier tier) {
        boolean confirms = tier == ConfirmationTier.PROCESS_ID || tier == ConfirmationTier.BARRIER;
        return confirms ? "light.printer.ok" : "light.printer.unsure";
    }

    private Light scanner() {
        return seen.scanner().map(this::scanner).orElseGet(this::typingScanner);
    }

    private Light scanner(ScannerSeen own) {
        ScannerFault fault = own.fault();
        if (fault == null)
            return light(
                    "scanner",
                    Tone.OK,
                    words.text("light.scanner.own", own.scanner().name()));
        String why = new DeviceText(words.language()).say(fault, own.scanner());
        return light("scanner", Tone.BAD, fault.code() + " " + why);
    }

    private Light typingScanner() {
        return seen.scannedAt() == 0
                ? unknown("scanner")
                : light("scanner", Tone.OK, words.text("light.scanner.ok", words.time(seen.scannedAt())));
    }

    private Light journal() {
        return seen.journalBroken()
                ? light("journal", Tone.BAD, words.shared("status.journal-broken"))
                : light("journal", Tone.OK, words.text("light.journal.ok"));
    }

    private Light unknown(String id) {
        return light(id, Tone.PLAIN, words.text("light." + id + ".unknown"));
    }

    private Light light(String id, Tone tone, String evidence) {
        return new Light(id, tone, mark(tone), words.text("light." + id), evidence);
    }

    private Light named(Provider provider, String name, Tone tone, String evidence) {
        return new Light("provider-" + provider, tone, mark(tone), name, evidence);
    }

    private static String mark(Tone tone) {
        return switch (tone) {
            case OK -> "✓";
            case WARN -> "!";
            case BAD -> "×";
            case PLAIN, ACCENT -> "?";
        };
    }
}
