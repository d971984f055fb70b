package tillbook.desktop.checkout.screen;

import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Catalog;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.payment.ProbeAnswer;
import tillbook.register.RegisterThread;
import tillbook.register.Shop;

/**
 * The register that a checkout stands before. Immutable.
 *
 * @param feed the register's listener
 * @param desk handed over: nobody else uses it
 * @param shopName as it stands in the top bar
 * @param seen what is known besides the register's exchanges; asked for on the drawing thread
 * @param monotonicMs the clock of {@code feed}
 * @param annex what practice mode adds, null if nothing does
 * @param wantsToClose the person said yes to closing; called on the drawing thread
 */
public record Counter(
        RegisterThread register,
        SnapshotFeed feed,
        ScanDesk desk,
        Catalog catalog,
        Shop shop,
        String shopName,
        Supplier<Trading> seen,
        Clock wall,
        LongSupplier monotonicMs,
        RegisterThread.Faults faults,
        Sounds sounds,
        @Nullable Annex annex,
        Runnable wantsToClose) {

    /**
     * Whether the provider has proven itself.
     *
     * @param open it has
     * @param closedBecause its last answer, null if it is open or was never asked
     */
    public record Trading(boolean open, @Nullable ProbeAnswer closedBecause) {}
}
