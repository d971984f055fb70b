package tillbook.desktop.checkout.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.checkout.Trouble;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.ScreenAudit;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.printing.PrinterSeen;
import tillbook.device.DeviceKind;
import tillbook.device.FoundDevice;
import tillbook.device.Reach;
import tillbook.device.Sureness;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.register.Intent;
import tillbook.register.PaymentRules;
import tillbook.register.PrintRules;
import tillbook.register.Refusal;
import tillbook.register.Reply;
import tillbook.register.Shop;
import tillbook.scan.ScanMeaning;
import tillbook.scan.Wallet;
import tillbook.text.Texts;

/** Draws everything the checkout can show, in both languages and looks and three sizes, and looks at it strictly. */
class EveryScreenTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long WALL_MS = 1_795_334_580_000L;
    /** Height of practice mode's band, px. */
    private static final double BAND = 52;

    private static final double[][] SIZES = {{1024, 768}, {1366, 768}, {1920, 1080}};

    /** A screen that is only looked at. */
    private static final Hands NOBODY = (Hands)
            Proxy.newProxyInstance(Hands.class.getClassLoader(), new Class<?>[] {Hands.class}, (_, method, _) -> {
                if (method.getReturnType() == boolean.class) return false;
                return null;
            });

    /** What a shop can make it hold at most. */
    private static final String LONG_NAME = "某某牌特级初榨冷压橄榄油礼盒装（含赠品两件）Extra Virgin Olive Oil Gift Box 2 × 750 ml";

    private static final Good TEA = new Good(
            "2000000000015", LONG_NAME.substring(0, 60), "Tea", Money.ofFen(1_280), "kg", true, 1300, "", true);

    private static final Shop SHOP = new Shop(
            1,
            "02",
            "tea",
            Money.ofFen(1),
            Money.ofFen(500_000),
            ZONE,
            LocalTime.of(4, 0),
            true,
            "test",
            "here",
            PrintRules.ON,
            Map.of(Provider.ALIPAY, PaymentRules.ALIPAY),
            Map.of());

    /** One moment of the checkout. */
    private record Moment(Snapshot snapshot, Standing standing, List<Told> told, Optional<PrinterSeen> printer) {
        /** What is plugged in, where the light of the printer is open. */
        List<FoundDevice> devices() {
            FoundDevice found = new FoundDevice(
                    "usb:04b8:0202:X1234567890",
                    DeviceKind.PRINTER,
                    "EPSON",
                    "TM-T82III",
                    Sureness.KNOWN,
                    Reach.DENIED);
            return printer.isPresent() ? List.of(found) : List.of();
        }

        Moment(Snapshot snapshot, Standing standing, List<Told> told) {
            this(snapshot, standing, told, Optional.empty());
        }

        static Moment light(PrinterSeen printer) {
            Standing standing = Standing.START.at(1).asking(new Asking.PrinterLight());
            return new Moment(Pictures.selling(), standing, List.of(), Optional.of(printer));
        }

        static Moment of(Snapshot snapshot) {
            return new Moment(snapshot, Standing.START, List.of());
        }

        static Moment asking(Snapshot snapshot, Asking asking) {
            return new Moment(snapshot, Standing.START.at(1).asking(asking), List.of());
        }

        static Moment saying(Snapshot snapshot, Trouble trouble) {
            return new Moment(snapshot, Standing.START.at(1).saying(new Standing.Remark.Of(trouble)), List.of());
        }

        Moment told(Told... notices) {
            return new Moment(snapshot, standing, List.of(notices));
        }

        Strip strip(boolean stays, Locale language) {
            return told.stream()
                    .filter(one -> one.stays() == stays)
                    .findFirst()
                    .map(one -> new Strip(
                            0,
                            stays ? Tone.BAD : Tone.WARN,
                            one.code(),
                            Texts.of("desktop.till", language)
                                    .text("notice." + one.key(), one.args().toArray()),
                            one.more(),
                            stays))
                    .orElse(Strip.NONE);
        }
    }

    /** A notice of the till. */
    private record Told(String code, boolean stays, int more, String key, List<Object> args) {
        static Told of(String code, boolean stays, int more, String key, Object... args) {
            return new Told(code, stays, more, key, List.of(args));
        }
    }

    private static final String FOLDER = "/home/cashier/.local/share/tillbook/practice/register-999/tape";
    private static final Told READ_ONLY =
            Told.of("SYS-OLD", true, 0, "newer", 12_345_678, "GoodsReturned", "000042.tape");
    private static final Told ACCOUNT = Told.of("SET-PROVIDER", false, 2, "account", 3, "2088000000000001");

    private static Map<String, Moment> told() {
        Map<String, Moment> all = new LinkedHashMap<>();
        Told mended = Told.of("SYS-JOURNAL", false, 0, "mended", FOLDER, 12_345, FOLDER + "/000042.tape.damaged");
        all.put("strip-one", Moment.of(Pictures.selling()).told(Told.of("SYS-LOG", false, 0, "log", FOLDER)));
        all.put("strip-long", Moment.of(Pictures.selling()).told(mended));
        all.put("strip-more", Moment.of(Pictures.empty()).told(ACCOUNT));
        all.put("strip-open", Moment.of(Pictures.empty()).told(Told.of("", false, 0, "folder.WAS_OPEN", FOLDER)));
        all.put("read-only", Moment.of(Pictures.empty()).told(READ_ONLY));
        all.put("read-only-and-strip", Moment.of(Pictures.empty()).told(READ_ONLY, mended));
        all.put(
                "read-only-refused",
                Moment.asking(Pictures.empty(), new Asking.Refused(new Reply.Refused(Refusal.READ_ONLY, "")))
                        .told(READ_ONLY));
        all.put(
                "other-account-and-strip",
                Moment.of(Pictures.ofAnotherAccount(AttemptState.UNKNOWN)).told(ACCOUNT));
        return all;
    }

    private static Map<String, Moment> moments() {
        Map<String, Moment> all = new LinkedHashMap<>();
        all.put("empty", Moment.of(Pictures.empty()));
        all.put("selling", Moment.of(Pictures.selling()));
        for (AttemptState state : AttemptState.values()) {
            if (state == AttemptState.PAID) continue;
            all.put("paying-" + word(state), Moment.of(Pictures.paying(state)));
            all.put("aside-" + word(state), Moment.of(Pictures.aside(state)));
            all.put("open-attempts-" + word(state), Moment.asking(Pictures.aside(state), new Asking.OpenAttempts()));
        }
        for (AttemptState state : List.of(AttemptState.UNKNOWN, AttemptState.CANCELLING)) {
            all.put("other-account-" + word(state), Moment.of(Pictures.ofAnotherAccount(state)));
            all.put(
                    "open-other-account-" + word(state),
                    Moment.asking(Pictures.ofAnotherAccount(state), new Asking.OpenAttempts()));
        }
        all.put(
                "asking-allow-another",
                Moment.asking(
                        Pictures.paying(AttemptState.CANCELLING),
                        new Asking.AllowAnother(Pictures.RECEIPT.order(1, "abcdef"))));
        all.put("paid-by-scan", Moment.of(Pictures.paidByScan()));
        all.put("paid-cash", Moment.of(Pictures.paidCash()));
        paper().forEach((name, snapshot) -> {
            all.put("paper-" + name, Moment.of(snapshot));
            all.put("vouchers-" + name, Moment.asking(snapshot, new Asking.Vouchers()));
        });
        for (int copies : new int[] {0, 3}) {
            all.put(
                    "paid-sale-" + copies,
                    Moment.asking(Pictures.paper(), new Asking.PaidSale(Pictures.receipt(), copies)));
        }
        all.put("light-printer-not-yet", Moment.light(new PrinterSeen(0, null, false, false, null)));
        for (ConfirmationTier tier : ConfirmationTier.values()) {
            boolean silent = tier == ConfirmationTier.SILENT;
            all.put("light-printer-" + word(tier), Moment.light(new PrinterSeen(WALL_MS, null, false, silent, tier)));
        }
        all.put(
                "light-printer-low",
                Moment.light(new PrinterSeen(WALL_MS, null, true, false, ConfirmationTier.PROCESS_ID)));
        for (PrinterFault fault : PrinterFault.values()) {
            all.put(
                    "light-printer-fault-" + word(fault),
                    Moment.light(new PrinterSeen(WALL_MS, fault, false, false, null)));
        }
        asked().forEach((name, asking) -> all.put("asking-" + name, Moment.asking(Pictures.holding(), asking)));
        all.put(
                "asking-goods",
                Moment.asking(
                        Pictures.paying(AttemptState.PENDING), new Asking.Goods(Pictures.RECEIPT.order(1, "abcdef"))));
        all.put("asking-unpaid", Moment.asking(Pictures.aside(AttemptState.DECLINED), new Asking.Unpaid()));
        for (Settlement settlement : Settlement.values()) {
            all.put(
                    "asking-settle-" + word(settlement),
                    Moment.asking(
                            Pictures.aside(AttemptState.NEEDS_PERSON),
                            new Asking.Settle(Pictures.RECEIPT.order(1, "abcdef"), settlement)));
        }
        for (Refusal refusal : Refusal.values()) {
            String argument = refusal == Refusal.PROVIDER_NOT_READY ? "ALIPAY" : "T001K70000004201abcdef";
            all.put(
                    "refused-" + word(refusal),
                    Moment.asking(Pictures.selling(), new Asking.Refused(new Reply.Refused(refusal, argument))));
        }
        all.putAll(told());
        troubles().forEach((name, trouble) -> all.put("trouble-" + name, Moment.saying(Pictures.selling(), trouble)));
        return all;
    }

    private static Map<String, Snapshot> paper() {
        Map<String, Snapshot> all = new LinkedHashMap<>();
        all.put("queued", Pictures.paper());
        all.put("waits", Pictures.paper(Pictures.moved(PrintJobState.QUEUED, PrinterFault.PAPER_OUT)));
        all.put("printing", Pictures.paper(Pictures.sending()));
        all.put(
                "unknown",
                Pictures.paper(Pictures.sending(), Pictures.moved(PrintJobState.UNKNOWN, PrinterFault.PAPER_OUT)));
        all.put("confirmed", Pictures.paper(Pictures.sending(), Pictures.moved(PrintJobState.CONFIRMED, null)));
        all.put("unconfirmable", Pictures.paper(Pictures.sending(), Pictures.moved(PrintJobState.UNCONFIRMABLE, null)));
        return all;
    }

    private static Map<String, Asking> asked() {
        Map<String, Asking> all = new LinkedHashMap<>();
        all.put("payment-code", new Asking.PaymentCode());
        all.put("cash", new Asking.Cash());
        all.put("quantity", new Asking.LineQuantity(1));
        all.put("price", new Asking.LinePrice(1));
        all.put("discount-line", new Asking.Discounting(1, false));
        all.put("discount-whole", new Asking.Discounting(1, true));
        all.put("hold", new Asking.Hold());
        all.put("held", new Asking.Held());
        all.put("drop-held", new Asking.DropHeld(Pictures.HELD));
        all.put("hold-first", new Asking.HoldFirst(new Intent.RecallHeld(Pictures.HELD)));
        all.put("new-goods", new Asking.NewGoods("6920507111006"));
        all.put("weight", new Asking.Weight(TEA));
        all.put("find-nothing-yet", new Asking.Find("", List.of(), false));
        all.put("find-none", new Asking.Find("xyz", List.of(), true));
        all.put("find-some", new Asking.Find("te", List.of(TEA, TEA, TEA), true));
        all.put(
                "large-amount",
                new Asking.LargeAmount(
                        new Step.AsksAmount(Money.ofFen(9_999_999_99L), Money.ofFen(50_000), Provider.ALIPAY)));
        all.put(
                "meaning",
                new Asking.Meaning(new Step.AsksMeaning(List.of(
                        new ScanMeaning.Goods("2612345678905"),
                        new ScanMeaning.Payment(Wallet.ALIPAY, new PaymentCode("281234567890123456"))))));
        all.put("vouchers", new Asking.Vouchers());
        all.put("more", new Asking.More());
        all.put("sign-on", new Asking.SignOn());
        all.put("closing", new Asking.Closing());
        all.put("light-printer", new Asking.PrinterLight());
        return all;
    }

    private static Map<String, Trouble> troubles() {
        Map<String, Trouble> all = new LinkedHashMap<>();
        all.put("unknown", new Trouble.UnknownGoods("6920507111001", List.of()));
        all.put("not-on-sale", new Trouble.NotOnSale(TEA));
        all.put("needs-weight", new Trouble.NeedsWeight(TEA));
        all.put("by-the-piece", new Trouble.SoldByThePiece(TEA));
        all.put("empty-label", new Trouble.EmptyLabel("20001"));
        all.put("check-digit", new Trouble.BadCheckDigit("6920507111001"));
        all.put("no-code", new Trouble.NotACode("x".repeat(300), List.of()));
        all.put("nothing-due", new Trouble.NothingDue());
        all.put(
                "already-paid",
                new Trouble.AlreadyPaid(
                        Pictures.RECEIPT, Money.ofFen(99_999_99), java.time.Instant.ofEpochMilli(WALL_MS)));
        all.put("nothing-asked", new Trouble.NothingAsked());
        all.put("catalogue", new Trouble.CatalogueBroken());
        all.put("known", new Trouble.KnownAlready(TEA));
        return all;
    }

    /** The same panel as others with another sentence: where it fits the narrowest screen it fits all. */
    private static boolean isAnotherSentence(String name) {
        return Stream.of("refused-", "trouble-", "aside-", "open-attempts-", "light-printer-")
                .anyMatch(name::startsWith);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Stream<org.junit.jupiter.params.provider.Arguments> looks() {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .flatMap(language -> Stream.of(Look.values())
                        .map(look -> org.junit.jupiter.params.provider.Arguments.of(language, look)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingIsCutMissingOrTooWeak(Locale language, Look look) throws Exception {
        List<String> faults =
                WaitForAsyncUtils.asyncFx(() -> faults(language, look)).get();
        assertEquals(List.of(), faults);
    }

    /** Every moment in every size, in one language and look. */
    private static List<String> faults(Locale language, Look look) {
        Theme theme = Theme.everywhere(look);
        List<String> faults = new ArrayList<>();
        for (double[] size : SIZES) {
            moments().forEach((name, moment) -> {
                if (size[0] > SIZES[0][0] && isAnotherSentence(name)) return;
                String place = name + "-" + language.toLanguageTag() + "-" + word(look) + "-" + (int) size[0];
                Scene scene = new Scene(view(moment, language, null), size[0], size[1]);
                theme.dress(scene);
                ScreenAudit.faults(scene, PICTURES.resolve(place + ".png"))
                        .forEach(fault -> faults.add(place + ": " + fault));
            });
        }
        return faults;
    }

    /** Practice mode takes a band from the height of the smallest screen. */
    @ParameterizedTest
    @MethodSource("looks")
    void nothingIsCutUnderTheBandOfPracticeMode(Locale language, Look look) throws Exception {
        List<String> faults = WaitForAsyncUtils.asyncFx(() -> faultsInPractice(language, look))
                .get();
        assertEquals(List.of(), faults);
    }

    private static List<String> faultsInPractice(Locale language, Look look) {
        Theme theme = Theme.everywhere(look);
        List<String> faults = new ArrayList<>();
        moments().forEach((name, moment) -> {
            String place = "practice-" + name + "-" + language.toLanguageTag() + "-" + word(look);
            Scene scene = new Scene(view(moment, language, annex()), SIZES[0][0], SIZES[0][1]);
            theme.dress(scene);
            ScreenAudit.faults(scene, PICTURES.resolve(place + ".png"))
                    .forEach(fault -> faults.add(place + ": " + fault));
        });
        return faults;
    }

    private static Annex annex() {
        HBox band = new HBox(new Label("练习模式 Practice"));
        band.getStyleClass().add("practice-band");
        band.setMinHeight(BAND);
        Region folded = new Region();
        folded.setManaged(false);
        folded.setVisible(false);
        return new Annex(band, folded);
    }

    private static CheckoutView view(Moment moment, Locale language, @Nullable Annex annex) {
        Words words = new Words(language, ZONE);
        Sight sight = new Sight(
                moment.snapshot(),
                words,
                SHOP,
                7_000,
                WALL_MS,
                false,
                moment.standing().dismissed(),
                moment.devices());
        List<Light> lights = new Lights(
                        sight,
                        new Lights.Seen(true, Optional.empty(), false, WALL_MS, moment.printer(), Optional.empty()))
                .all();
        CheckoutPicture picture = new CheckoutPicture(sight, moment.standing(), lights, NOBODY);
        CheckoutModel model = new CheckoutModel();
        model.language.set(language);
        model.head.set(new CheckoutModel.Head(
                "和平路便利店总店 Peace Road Convenience Store",
                words.text("register", 999),
                words.text("cashier", "02"),
                "14:03",
                words.text("practice"),
                lights));
        model.rows.setAll(picture.rows());
        model.current.set(picture.place());
        model.lastScan.set(new CheckoutModel.LastScan(LONG_NAME, "× 999", "￥999,999.99"));
        model.trayLeft.set(picture.tray());
        model.trayRight.set(picture.trayRight());
        model.stays.set(moment.strip(true, language));
        model.strip.set(moment.strip(false, language));
        model.panel.set(picture.asked().orElseGet(picture::stands));
        return new CheckoutView(model, NOBODY, annex, words, Checkout.scanField());
    }
}
