package tillbook.hardware.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import javax.usb.UsbConfiguration;
import javax.usb.UsbDevice;
import javax.usb.UsbDeviceDescriptor;
import javax.usb.UsbEndpoint;
import javax.usb.UsbEndpointDescriptor;
import javax.usb.UsbException;
import javax.usb.UsbHostManager;
import javax.usb.UsbHub;
import javax.usb.UsbInterface;
import javax.usb.UsbInterfaceDescriptor;
import org.jspecify.annotations.Nullable;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.DeviceList;
import org.usb4java.LibUsb;
import org.usb4java.javax.Services;

/**
 * The machine's USB. javax.usb lists what is plugged in with its descriptors; libusb opens it: usb4java's javax.usb keeps
 * its handles to itself and loses the number of bytes of a transfer that ran out of time.
 *
 * <p>{@link #look} by one thread at a time, everything else is safe from any thread.
 */
final class Bus implements AutoCloseable {
    private static final int ENGLISH = 0x0409;
    private static final int STRING_BYTES = 255;
    private static final int PATH_BYTES = 7;
    private static final int DEVICE_ID_BYTES = 1_024;
    private static final int LABEL_MS = 500;
    private static final long CLOSE_MS = 3_000;
    private static final byte FROM_CLASS_INTERFACE = (byte) 0xA1;
    private static final byte GET_DEVICE_ID = 0;

    private final Services services;
    private final UsbHub root;
    private final Context context = new Context();
    private final Set<OpenDevice> open = ConcurrentHashMap.newKeySet();
    /** Read to use the context, written to end it: libusb ends the whole program if it is ended in use. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private boolean isClosed;

    /**
     * Loads libusb.
     *
     * @throws UsbException if this machine has no USB
     * @throws RuntimeException or {@link LinkageError} if libusb cannot be loaded here
     */
    Bus() throws UsbException {
        this.services = (Services) UsbHostManager.getUsbServices();
        this.root = services.getRootUsbHub();
        int answer = LibUsb.init(context);
        if (answer != LibUsb.SUCCESS) throw new UsbException("libusb: " + LibUsb.errorName(answer));
    }

    /** What is plugged in now, hubs left out. */
    List<Seen> look() {
        services.scan();
        List<Seen> seen = new ArrayList<>();
        collect(root, seen);
        return seen;
    }

    private static void collect(UsbHub hub, List<Seen> into) {
        for (Object attached : hub.getAttachedUsbDevices()) {
            UsbDevice device = (UsbDevice) attached;
            if (device.isUsbHub()) collect((UsbHub) device, into);
            else Place.in(device.toString()).map(place -> seen(place, device)).ifPresent(into::add);
        }
    }

    private static Seen seen(Place place, UsbDevice device) {
        UsbDeviceDescriptor model = device.getUsbDeviceDescriptor();
        List<Face> faces = new ArrayList<>();
        UsbConfiguration active = device.getActiveUsbConfiguration();
        if (active != null) {
            for (Object one : active.getUsbInterfaces()) {
                for (Object setting : ((UsbInterface) one).getSettings()) faces.add(face((UsbInterface) setting));
            }
        }
        return new Seen(place, model.idVendor() & 0xFFFF, model.idProduct() & 0xFFFF, faces);
    }

    private static Face face(UsbInterface one) {
        UsbInterfaceDescriptor said = one.getUsbInterfaceDescriptor();
        List<Endpoint> ends = new ArrayList<>();
        for (Object end : one.getUsbEndpoints()) {
            endpoint(((UsbEndpoint) end).getUsbEndpointDescriptor()).ifPresent(ends::add);
        }
        return new Face(
                said.bInterfaceNumber() & 0xFF,
                said.bAlternateSetting() & 0xFF,
                said.bInterfaceClass() & 0xFF,
                said.bInterfaceSubClass() & 0xFF,
                said.bInterfaceProtocol() & 0xFF,
                ends);
    }

    private static Optional<Endpoint> endpoint(UsbEndpointDescriptor said) {
        int kind = said.bmAttributes() & LibUsb.TRANSFER_TYPE_MASK;
        boolean interrupt = kind == LibUsb.TRANSFER_TYPE_INTERRUPT;
        if (!interrupt && kind != LibUsb.TRANSFER_TYPE_BULK) return Optional.empty();
        // The upper bits tell of several packets a microframe.
        int packetBytes = said.wMaxPacketSize() & 0x7FF;
        return Optional.of(new Endpoint(said.bEndpointAddress() & 0xFF, interrupt, packetBytes));
    }

    /**
     * What a device says of itself, as far as this user may ask. Nobody is disturbed by it.
     *
     * @param isDenied whether this user may not open it
     */
    record Read(Labels labels, boolean isDenied) {}

    /** Empty if it is gone meanwhile. */
    Optional<Read> read(Seen seen) {
        return at(seen.place(), (device, handle) -> {
            String path = path(device);
            if (handle == null) return new Read(Labels.onlyPath(path), true);
            try {
                return new Read(labels(device, handle, path, seen), false);
            } finally {
                LibUsb.close(handle);
            }
        });
    }

    private static Labels labels(Device device, DeviceHandle handle, String path, Seen seen) {
        DeviceDescriptor model = new DeviceDescriptor();
        LibUsb.getDeviceDescriptor(device, model);
        return new Labels(
                path,
                text(handle, model.iManufacturer()),
                text(handle, model.iProduct()),
                text(handle, model.iSerialNumber()),
                deviceId(handle, seen));
    }

    /** Opens a device and takes this interface of it. */
    Opening open(Place place, Face face) {
        return at(
                        place,
                        (device, handle) -> handle == null
                                ? (Opening) new Opening.Refused(new UsbTrouble(UsbTrouble.Kind.DENIED, "open"))
                                : claimed(handle, face))
                .orElseGet(() -> new Opening.Refused(UsbTrouble.gone("not plugged in")));
    }

    private Opening claimed(DeviceHandle handle, Face face) {
        Opening opening = OpenDevice.claim(handle, face, open::remove);
        if (opening instanceof Opening.Opened opened) open.add(opened.device());
        return opening;
    }

    /** Does something with an open device, or with null for its handle if this user may not open it. */
    private <T> Optional<T> at(Place place, BiFunction<Device, @Nullable DeviceHandle, T> todo) {
        use.readLock().lock();
        try {
            return isClosed ? Optional.empty() : atInUse(place, todo);
        } finally {
            use.readLock().unlock();
        }
    }

    private <T> Optional<T> atInUse(Place place, BiFunction<Device, @Nullable DeviceHandle, T> todo) {
        DeviceList devices = new DeviceList();
        if (LibUsb.getDeviceList(context, devices) < 0) return Optional.empty();
        try {
            for (Device device : devices) {
                boolean isIt =
                        LibUsb.getBusNumber(device) == place.bus() && LibUsb.getDeviceAddress(device) == place.device();
                if (!isIt) continue;
                DeviceHandle handle = new DeviceHandle();
                int answer = LibUsb.open(device, handle);
                if (answer == LibUsb.SUCCESS) return Optional.of(todo.apply(device, handle));
                boolean denied = UsbTrouble.of(answer, "open").kind() == UsbTrouble.Kind.DENIED;
                return denied ? Optional.of(todo.apply(device, null)) : Optional.empty();
            }
            return Optional.empty();
        } finally {
            LibUsb.freeDeviceList(devices, true);
        }
    }

    private static String path(Device device) {
        ByteBuffer ports = ByteBuffer.allocateDirect(PATH_BYTES);
        int count = LibUsb.getPortNumbers(device, ports);
        StringBuilder path = new StringBuilder().append(LibUsb.getBusNumber(device));
        for (int i = 0; i < count; i++) path.append(i == 0 ? '-' : '.').append(ports.get(i) & 0xFF);
        // A device whose socket the system does not tell has at least its number.
        return count > 0
                ? path.toString()
                : path.append('-').append(LibUsb.getDeviceAddress(device)).toString();
    }

    private static String text(DeviceHandle handle, byte index) {
        if (index == 0) return "";
        ByteBuffer bytes = ByteBuffer.allocateDirect(STRING_BYTES);
        int count = LibUsb.getStringDescriptor(handle, index, (short) ENGLISH, bytes);
        return UsbText.of(bytes, count);
    }

    /** The one question of this class that a kernel driver lets through while it holds the printer. */
    private static String deviceId(DeviceHandle handle, Seen seen) {
        Optional<Face> printer = seen.faces().stream().filter(Face::isPrinter).findFirst();
        if (printer.isEmpty()) return "";
        ByteBuffer bytes = ByteBuffer.allocateDirect(DEVICE_ID_BYTES).order(ByteOrder.BIG_ENDIAN);
        short index = (short) ((printer.get().number() << 8) | printer.get().alternate());
        int count =
                LibUsb.controlTransfer(handle, FROM_CLASS_INTERFACE, GET_DEVICE_ID, (short) 0, index, bytes, LABEL_MS);
        if (count < 2) return "";
        byte[] letters = new byte[Math.clamp((bytes.getShort(0) & 0xFFFF) - 2, 0, count - 2)];
        bytes.get(2, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** Gives back everything that is open. A device that keeps somebody waiting for its name keeps libusb as well. */
    @Override
    public void close() {
        List.copyOf(open).forEach(OpenDevice::close);
        boolean alone = false;
        try {
            alone = use.writeLock().tryLock(CLOSE_MS, TimeUnit.MILLISECONDS);
            if (!alone || isClosed) return;
            isClosed = true;
            List.copyOf(open).forEach(OpenDevice::close);
            if (open.isEmpty()) LibUsb.exit(context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (alone) use.writeLock().unlock();
        }
    }
}
