package tillbook.desktop.checkout.screen;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Holds one panel at a time. A panel that only changed its words keeps its controls, its focus and what was typed. */
final class RightColumn extends StackPane {
    private final Words words;
    private final Does does;
    private final Runnable changed;
    private final SellingView selling;
    private final NoticeView notice = new NoticeView();
    private final ItemsView items = new ItemsView();
    private @Nullable FindView find;
    private @Nullable EntryView entry;
    private String entryId = "";
    private @Nullable FormView form;
    private String formId = "";

    /** A column that calls {@code changed} when another panel stands in it. */
    RightColumn(Words words, Does does, Runnable changed) {
        this.words = words;
        this.does = does;
        this.changed = changed;
        this.selling = new SellingView(words);
    }

    void show(Panel panel) {
        if (!(panel instanceof Panel.Find)) find = null;
        if (!(panel instanceof Panel.Entry)) entry = null;
        if (!(panel instanceof Panel.Form)) form = null;
        stand(
                switch (panel) {
                    case Panel.Selling shown -> {
                        selling.show(shown);
                        yield selling;
                    }
                    case Panel.Notice shown -> {
                        notice.show(shown);
                        yield notice;
                    }
                    case Panel.Items shown -> {
                        items.show(shown);
                        yield items;
                    }
                    case Panel.Find shown -> found(shown);
                    case Panel.Entry shown -> entered(shown);
                    case Panel.Form shown -> filled(shown);
                });
    }

    private FindView found(Panel.Find shown) {
        FindView standing = find;
        if (standing == null) standing = new FindView(shown, words, does);
        else standing.show(shown);
        find = standing;
        return standing;
    }

    private EntryView entered(Panel.Entry shown) {
        EntryView standing = entry;
        if (standing == null || !entryId.equals(shown.id())) standing = new EntryView(shown, words.text("erase"));
        else standing.show(shown);
        entry = standing;
        entryId = shown.id();
        return standing;
    }

    private FormView filled(Panel.Form shown) {
        FormView standing = form;
        if (standing == null || !formId.equals(shown.id())) standing = new FormView(shown, words.text("erase"));
        else standing.show(shown);
        form = standing;
        formId = shown.id();
        return standing;
    }

    private void stand(Node node) {
        if (getChildren().contains(node)) return;
        getChildren().setAll(node);
        // A field listens to keys only once it is dressed: a key on the heels of the one that opened it would be lost.
        node.applyCss();
        changed.run();
    }

    /** The panel that wants the focus, null if the scan field is to have it. */
    @Nullable
    TakesFocus takesFocus() {
        return !getChildren().isEmpty() && getChildren().getFirst() instanceof TakesFocus panel ? panel : null;
    }
}
