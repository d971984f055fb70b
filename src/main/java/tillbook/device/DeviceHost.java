package tillbook.device;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import tillbook.printing.port.PrinterPort;

/**
 * Finds the devices on this machine's cables, keeps the scanners among them, and opens the printers. Scanners that are
 * known as such are taken by themselves; an unknown keyboard only by {@link #use} or {@link #teach}, as it may be the
 * cashier's. A device that is unplugged and plugged in again works on without a word to anybody.
 *
 * <p>Safe from any thread.
 */
public interface DeviceHost extends AutoCloseable {
    /** The one of this machine, not started; one that finds nothing if the program was built without drivers. */
    static DeviceHost ofThisMachine() {
        return ServiceLoader.load(DeviceHost.class).findFirst().orElseGet(NoDevices::new);
    }

    /**
     * Looks for devices once and goes on by itself. To be called once.
     *
     * @return how it went; never throws for what a machine lacks
     */
    HostStart start(DeviceListener listener);

    /** Looks once, instead of the start: takes no device from anybody, and tells nobody of what changes later. */
    HostStart look();

    /** What is plugged in, as it was a second ago at most; in the order of the addresses. */
    List<FoundDevice> found();

    /**
     * To be asked for after the start: a way to a printer, whether or not it is plugged in at the moment; every opening of it looks anew.
     *
     * @param address of {@link FoundDevice}
     */
    PrinterPort printer(String address);

    /** Takes this scanner now and whenever it is plugged in, even if only its class speaks for it. */
    void use(String address);

    /** Leaves this device to the system, and gives it back if it is ours, even if it is known as a scanner. */
    void leave(String address);

    /**
     * Asks every device that may be a scanner for this code, and takes the one that reads it. For so long the keyboards
     * type into no window; one that types anything but this code is the system's again at its first key.
     *
     * @param code what the barcode on the screen says
     * @param waitMs at most so long
     * @param answer told once, on the thread of the listener
     */
    void teach(String code, long waitMs, Consumer<Teaching> answer);

    /** Gives every device back to the system. Open printer links end. */
    @Override
    void close();
}
