package tillbook.desktop.trouble;

import static tillbook.desktop.trouble.TroubleCode.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tillbook.desktop.rig.PracticeLine;
import tillbook.desktop.rig.PracticeLine.Fault;
import tillbook.desktop.rig.PracticeRig;
import tillbook.desktop.rig.PracticeScanner;
import tillbook.desktop.rig.PracticeSettings;
import tillbook.desktop.till.Till;
import tillbook.payment.practice.Call;
import tillbook.payment.practice.PracticeProvider;
import tillbook.payment.practice.Trouble;
import tillbook.payment.practice.TroubleRule;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PrinterTrouble;

/** Which part each trouble disturbs, and how. Stateless. */
final class Parts {
    /** Unavailable. */
    private static final int HTTP_DOWN = 503;

    /** Seen on every receipt; further off, a payment would look older than its request. */
    private static final long CLOCK_AHEAD_MS = 120_000;

    /** Longer than anybody likes to wait, and before the register cancels by itself. */
    private static final long CONFIRMS_AFTER_MS = 40_000;

    private Parts() {}

    /** As far as the parts of this register are practice parts. */
    static Map<TroubleCode, Part> of(Till till, PracticeRig rig) {
        Map<TroubleCode, Part> all = Troubles.table();
        rig.line().ifPresent(line -> network(all, line));
        till.practiceProvider().ifPresent(provider -> provider(all, provider));
        till.printing().practicePrinter().ifPresent(printer -> printer(all, printer, rig));
        scanner(all, rig.scanner());
        settings(all, rig.settings());
        all.put(SYS_DISK, Part.of(rig.disk()::isFull, rig.disk()::full));
        all.put(SYS_CONFLICT, new HeldCopyPart(till.search(), rig.copy()));
        all.put(SYS_JOURNAL, new SpoiltCopyPart(till.search(), rig));
        return all;
    }

    private static void network(Map<TroubleCode, Part> all, PracticeLine line) {
        all.put(NET_LINK, new LinePart(line, Fault.NO_LINK));
        all.put(NET_ADDR, new LinePart(line, Fault.NO_ADDRESS));
        all.put(NET_DNS, new LinePart(line, Fault.NO_NAME));
        all.put(NET_FAR, new LinePart(line, Fault.NO_FAR));
        all.put(NET_SLOW, new LinePart(line, Fault.SLOW));
        all.put(NET_LOST, new LinePart(line, Fault.LOSES));
    }

    private static void provider(Map<TroubleCode, Part> all, PracticeProvider provider) {
        all.put(PAY_WAIT, of(provider, rule(new Trouble.ConfirmsLate(CONFIRMS_AFTER_MS), Call.PAY)));
        // Taken, and nobody says so: the answer is lost, no query finds it, and no cancel takes.
        all.put(
                PAY_UNFINISHED,
                of(
                        provider,
                        rule(new Trouble.HangUp(true), Call.PAY),
                        rule(new Trouble.Blind(), Call.QUERY),
                        rule(new Trouble.RetryFlag(), Call.CANCEL)));
        all.put(PAY_DOWN, of(provider, always(new Trouble.HttpStatus(HTTP_DOWN, false))));
        all.put(PAY_KEY, of(provider, always(new Trouble.Forged())));
        all.put(PAY_CLOCK, of(provider, always(new Trouble.WrongDate(CLOCK_AHEAD_MS))));
    }

    private static Part of(PracticeProvider provider, TroubleRule... rules) {
        return new ProviderPart(provider, List.of(rules));
    }

    private static TroubleRule rule(Trouble trouble, Call call) {
        return new TroubleRule(trouble, Set.of(call), TroubleRule.ALWAYS);
    }

    private static TroubleRule always(Trouble trouble) {
        return new TroubleRule(trouble, EnumSet.allOf(Call.class), TroubleRule.ALWAYS);
    }

    private static void printer(Map<TroubleCode, Part> all, PracticePrinter printer, PracticeRig rig) {
        all.put(PRN_GONE, new PrinterPart(printer, new PrinterTrouble.PowerCut(0)));
        all.put(PRN_PAPER_OUT, new PrinterPart(printer, new PrinterTrouble.PaperOut(0)));
        all.put(PRN_PAPER_LOW, new PrinterPart(printer, new PrinterTrouble.PaperLow()));
        all.put(PRN_COVER, new PrinterPart(printer, new PrinterTrouble.CoverOpen(0)));
        all.put(PRN_MUTE, new PrinterPart(printer, new PrinterTrouble.Silent()));
        all.put(PRN_DENIED, Part.of(rig.way()::isDenied, rig.way()::denied));
        all.put(OPR_NO_VOUCHER, Part.of(rig::receiptsWithheld, rig::receiptsWithheld));
    }

    private static void scanner(Map<TroubleCode, Part> all, PracticeScanner scanner) {
        all.put(SCN_GONE, Part.of(() -> !scanner.isPlugged(), gone -> {
            if (gone) scanner.pull();
            else scanner.plug();
        }));
        all.put(SCN_BAD, new DirtyPart(scanner));
    }

    private static void settings(Map<TroubleCode, Part> all, PracticeSettings settings) {
        all.put(SET_PRINT_OFF, new SettingsPart(settings, PracticeSettings.Fault.PRINTING_OFF));
        all.put(SET_PROVIDER, new SettingsPart(settings, PracticeSettings.Fault.NO_PROVIDER));
        all.put(SET_DEVICE, new SettingsPart(settings, PracticeSettings.Fault.OTHER_SCANNER));
    }
}
