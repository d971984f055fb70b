package tillbook.desktop.window;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.junit.jupiter.api.Test;
import tillbook.money.Money;
import tillbook.register.Intent;
import tillbook.sale.Quantity;

/** More lines than the list has room for, and not all of one height. */
class LongBasketTest extends AtTheWindow {
    private static final int LINES = 40;
    private static final int LONG_NAME_EVERY = 11;

    @Test
    void theNewestLineIsWhollyInSight() {
        for (int i = 0; i < LINES; i++) {
            adds(i, i % LONG_NAME_EVERY == 0 ? "三只松鼠每日坚果混合果仁大礼包家庭装 ".repeat(3) : "纯牛奶");
            int newest = i;
            Cashier.waits(() -> Cashier.onFx(() -> isInSight(newest)), () -> "line " + (newest + 1));
        }
    }

    private void adds(int number, String name) {
        shop.till
                .register()
                .want(
                        new Intent.AddGoods(
                                "A" + number, name, "件", Quantity.parse("1"), Money.ofFen(350), 1_300, true),
                        _ -> {});
    }

    private boolean isInSight(int index) {
        Node list = cashier.node("lines");
        Bounds room = list.localToScene(list.getLayoutBounds());
        return list.lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> !cell.isEmpty() && cell.isVisible() && cell.getIndex() == index)
                .anyMatch(cell -> room.contains(cell.localToScene(cell.getLayoutBounds())));
    }
}
