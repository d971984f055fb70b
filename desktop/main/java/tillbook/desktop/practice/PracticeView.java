package tillbook.desktop.practice;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tillbook.catalog.Good;
import tillbook.desktop.practice.PracticeModel.Tab;
import tillbook.printing.paper.Paper;
import tillbook.receipt.Receipt;
import tillbook.text.Texts;

/** Band and panel as they are drawn. Owned by the drawing thread. */
final class PracticeView {
    private static final double HEIGHT = 262;
    private static final double GAP = 8;
    private static final double TILE = 172;
    private static final double TROUBLE_TILE = 250;
    private static final double TOP_GAP = 12;
    private static final double PAPER = 362;
    /** From this width on the receipt stands beside what is touched, else it has a tab of its own. */
    private static final double BESIDE_FROM = 840;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final PracticeModel model;
    private final PracticeInteractor interactor;
    private final HBox band = new HBox();
    private final VBox panel = new VBox(GAP);
    private final HBox tabs = new HBox(GAP);
    private final Label said = new Label();
    private final Button fold = new Button();
    private final ScrollPane content = scrolling("practice-content");
    private final ScrollPane paper = scrolling("practice-paper");
    private final HBox body = new HBox(GAP, content);
    private final SlipPainter painter;
    private final PaperRoll roll = new PaperRoll();
    private final FaultList faults = new FaultList();
    private Locale language;
    private Texts texts;

    PracticeView(PracticeModel model, PracticeInteractor interactor, SlipPainter painter, Locale language) {
        this.model = model;
        this.interactor = interactor;
        this.painter = painter;
        this.language = language;
        this.texts = Texts.of("desktop.practice", language);
        band.setId("practice-band");
        band.getStyleClass().add("practice-band");
        fold.setId("practice-fold");
        fold.setMnemonicParsing(false);
        fold.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        fold.setOnAction(_ -> interactor.toggle());
        said.setWrapText(true);
        said.setMinWidth(0);
        band.getChildren().setAll(said, fold);
        band.getStylesheets().add(sheet());
        panel.getStylesheets().add(sheet());
        panel.setId("practice-panel");
        panel.getStyleClass().addAll("card", "practice-panel");
        panel.setMinHeight(HEIGHT);
        panel.setPrefHeight(HEIGHT);
        panel.setMaxHeight(HEIGHT);
        VBox.setMargin(panel, new Insets(TOP_GAP, 0, 0, 0));
        VBox.setVgrow(body, Priority.ALWAYS);
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMinWidth(0);
        paper.setMinWidth(PAPER);
        paper.setMaxWidth(PAPER);
        body.setMinHeight(0);
        panel.getChildren().setAll(tabs, body);
        listen();
        draw();
    }

    private void listen() {
        model.open.addListener((_, _, _) -> draw());
        model.tab.addListener((_, _, _) -> {
            draw();
            content.setVvalue(0);
            if (model.tab.get() == Tab.RECEIPT) PaperRoll.toEnd(content);
        });
        model.goods.addListener((_, _, _) -> draw());
        model.waiting.addListener((_, _, _) -> draw());
        model.reachable.addListener((_, _, _) -> draw());
        model.receipt.addListener((_, _, _) -> {
            if (model.paper.get() == null) draw();
        });
        model.ills.addListener((_, _, _) -> draw());
        model.on.addListener((_, _, _) -> drawFaults());
        model.asks.addListener((_, _, _) -> drawFaults());
        model.answer.addListener((_, _, _) -> drawFaults());
        model.paper.addListener((_, _, _) -> roll());
        panel.widthProperty().addListener((_, before, now) -> {
            if (isBeside(before.doubleValue()) != isBeside(now.doubleValue())) draw();
        });
    }

    /** The long list takes the whole width. */
    private boolean isBeside() {
        return isBeside(panel.getWidth()) && model.tab.get() != Tab.FAULTS;
    }

    private static boolean isBeside(double width) {
        return width >= BESIDE_FROM;
    }

    private static String sheet() {
        URL found = PracticeView.class.getResource("/tillbook/desktop/practice/practice.css");
        if (found == null) throw new IllegalStateException("a style sheet is missing from this build: practice.css");
        return found.toExternalForm();
    }

    private static ScrollPane scrolling(String id) {
        ScrollPane scroll = new ScrollPane();
        scroll.setId(id);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        return scroll;
    }

    Node band() {
        return band;
    }

    Node panel() {
        return panel;
    }

    void speak(Locale now) {
        language = now;
        texts = Texts.of("desktop.practice", now);
        draw();
    }

    /** The focus stays on what was touched, and the list where it was. */
    private void drawFaults() {
        if (model.open.get() && model.tab.get() == Tab.FAULTS) faults.draw(model, interactor, language);
    }

    private void draw() {
        said.setText(texts.text("band"));
        fold.setText(texts.text(model.open.get() ? "fold" : "unfold") + "  F1");
        panel.setVisible(model.open.get());
        panel.setManaged(model.open.get());
        if (!model.open.get()) return;
        boolean beside = isBeside();
        Tab shown = beside && model.tab.get() == Tab.RECEIPT ? Tab.GOODS : model.tab.get();
        drawTabs(shown, beside);
        content.setContent(content(shown));
        drawPaper(beside);
        if (beside) body.getChildren().setAll(content, paper);
        else body.getChildren().setAll(content);
    }

    private void drawPaper(boolean beside) {
        boolean appears = beside && paper.getContent() == null;
        paper.setContent(beside ? slip() : null);
        roll();
        if (appears && model.paper.get() != null) PaperRoll.toEnd(paper);
    }

    private void drawTabs(Tab shown, boolean beside) {
        List<Node> all = new ArrayList<>();
        for (Tab tab : Tab.values()) {
            if (beside && tab == Tab.RECEIPT) continue;
            String key = tab.name().toLowerCase(Locale.ROOT);
            Button button = button("practice-tab-" + key, texts.text("tab." + key), () -> interactor.show(tab));
            button.getStyleClass().add("tab");
            button.pseudoClassStateChanged(CHOSEN, tab == shown);
            all.add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        all.add(gap);
        if (shown == Tab.TROUBLES) {
            all.add(tab(
                    "practice-calm",
                    "calm",
                    interactor::calm,
                    model.waiting.get().isEmpty()));
        }
        if (shown == Tab.PRINTER) {
            all.add(tab(
                    "practice-mend", "mend", interactor::mend, model.ills.get().isEmpty()));
        }
        if (shown == Tab.FAULTS) all.add(tab("practice-well", "well", interactor::allWell, false));
        if (model.paper.get() != null && (beside || shown == Tab.RECEIPT)) {
            all.add(tab("practice-tear", "tear", interactor::tearOff, false));
        }
        tabs.setAlignment(Pos.CENTER_LEFT);
        replace(tabs.getChildren(), all);
    }

    private Button tab(String id, String key, Runnable action, boolean isIdle) {
        Button button = button(id, texts.text(key), action);
        button.getStyleClass().add("tab");
        button.setDisable(isIdle);
        return button;
    }

    /** Keeps the focus on what stays in its place. */
    private static void replace(List<Node> children, List<Node> by) {
        children.clear();
        children.addAll(by);
    }

    private Node content(Tab shown) {
        return switch (shown) {
            case GOODS -> tiles(model.goods.get().stream().map(this::good).toList());
            case CODES -> tiles(PaymentCodes.endings().stream().map(this::code).toList());
            case TROUBLES -> troubles();
            case PRINTER -> printerTroubles();
            case FAULTS -> {
                faults.draw(model, interactor, language);
                yield faults.node();
            }
            case RECEIPT -> new StackPane(slip());
        };
    }

    private static Node tiles(List<Button> buttons) {
        return new Tiles(TILE, buttons);
    }

    private Button good(Good good) {
        String price = good.unitPrice() + (good.weighed() ? "/" + good.unit() : "");
        return tile("practice-good-" + good.code(), good.nameIn(language), price, () -> interactor.scans(good));
    }

    private Button code(String ending) {
        return tile(
                "practice-code-" + ending, texts.text("code." + ending), "…" + ending, () -> interactor.pays(ending));
    }

    private Node troubles() {
        if (!model.reachable.get()) return note("troubles.away");
        Set<Drill> waiting = model.waiting.get();
        List<Button> all = Arrays.stream(Drill.values())
                .map(drill -> trouble(drill, waiting.contains(drill)))
                .toList();
        return new VBox(GAP, note("troubles.how"), new Tiles(TROUBLE_TILE, all));
    }

    private Button trouble(Drill drill, boolean waits) {
        String mark = waits ? "✓ " : "";
        String end = waits ? "　" + texts.text("waits") : "";
        Button button = tile(
                "practice-drill-" + drill.key(),
                mark + texts.text("drill." + drill.key()) + end,
                texts.text("seen." + drill.key()),
                () -> interactor.toggle(drill));
        button.pseudoClassStateChanged(CHOSEN, waits);
        return button;
    }

    private Node printerTroubles() {
        if (model.paper.get() == null) return note("printer.away");
        Set<PaperDrill> on = model.ills.get();
        List<Button> all = Arrays.stream(PaperDrill.values())
                .map(drill -> trouble(drill, on.contains(drill)))
                .toList();
        return new VBox(GAP, note("printer.how"), new Tiles(TROUBLE_TILE, all));
    }

    private Button trouble(PaperDrill drill, boolean isOn) {
        String end = isOn ? "　" + texts.text("on") : "";
        Button button = tile(
                "practice-printer-" + drill.key(),
                (isOn ? "✓ " : "") + texts.text("printer." + drill.key()) + end,
                texts.text("paper." + drill.key()),
                () -> interactor.toggle(drill));
        button.pseudoClassStateChanged(CHOSEN, isOn);
        return button;
    }

    private Label note(String key) {
        Label note = new Label(texts.text(key));
        note.getStyleClass().addAll("muted", "small");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    /** What came out, in the place where it is looked at. */
    private void roll() {
        Paper out = model.paper.get();
        if (out == null || !model.open.get()) return;
        boolean beside = isBeside();
        roll.show(out, beside ? paper : content, note("paper.none"));
        if (beside || model.tab.get() == Tab.RECEIPT) tearable(!out.strips().isEmpty());
    }

    private void tearable(boolean isAny) {
        Node button = tabs.lookup("#practice-tear");
        if (button != null) button.setDisable(!isAny);
    }

    private Node slip() {
        if (model.paper.get() != null) return roll.node();
        Receipt receipt = model.receipt.get();
        if (receipt == null) {
            Label none = note("receipt.none");
            none.setMaxWidth(260);
            return none;
        }
        return painter.paint(receipt, language);
    }

    /** Two lines: what it is, and what comes of it. */
    private static Button tile(String id, String title, String fine, Runnable action) {
        Label first = new Label(title);
        first.getStyleClass().add("tile-title");
        first.setWrapText(true);
        first.setMinHeight(Region.USE_PREF_SIZE);
        Label second = new Label(fine);
        second.getStyleClass().addAll("muted", "tile-fine");
        second.setWrapText(true);
        second.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(first, second);
        words.setAlignment(Pos.CENTER_LEFT);
        Button button = button(id, "", action);
        button.setGraphic(words);
        button.setAccessibleText(title + ", " + fine);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        words.prefWidthProperty().bind(button.widthProperty().subtract(18));
        return button;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("key", "practice-key");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
