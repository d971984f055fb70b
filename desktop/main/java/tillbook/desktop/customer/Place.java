package tillbook.desktop.customer;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where the customer's window goes. Pure functions. */
final class Place {
    private Place() {}

    /** The first screen that the checkout is not on; empty if there is none. */
    static Optional<Rectangle2D> beside(Point2D checkout, List<Rectangle2D> screens) {
        if (screens.size() < 2) return Optional.empty();
        return screens.stream().filter(screen -> !screen.contains(checkout)).findFirst();
    }
}
