package tillbook.hardware.usb;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.device.DeviceKind;
import tillbook.device.ScannerFault;
import tillbook.hardware.hid.HidDecoder;
import tillbook.hardware.hid.HidScan;
import tillbook.hardware.hid.KeyReports;
import tillbook.hardware.hid.PosReports;
import tillbook.hardware.hid.ReportDescriptor;

/**
 * Holds one scanner from its claim until it is unplugged or given back. Its own thread owns the device; {@link #stop} and
 * {@link #learned} are safe from any.
 */
final class ScannerHand {
    /** Silence after which a code without a suffix is complete; between two keys of one code pass some ms. */
    private static final long SILENCE_MS = 300;

    private static final int REPORT_BYTES_MAX = 4_096;
    /** One that wakes up may leave a question unanswered. */
    private static final int ASKED_MAX = 3;

    private static final int TO_CLASS_INTERFACE = 0x21;
    private static final int SET_IDLE = 0x0A;
    private static final int SET_PROTOCOL = 0x0B;
    private static final int BOOT = 0;
    private static final int FROM_INTERFACE = 0x81;
    private static final int GET_DESCRIPTOR = 6;
    private static final int REPORT_DESCRIPTOR = 0x2200;

    /** Told on the hand's thread. */
    interface Ears {
        void claimed(ScannerHand hand);

        void scanned(ScannerHand hand, HidScan scan);

        /**
         * The last thing told; the device is the system's again.
         *
         * @param fault null if it was given back on purpose, or is no scanner by its own description
         */
        void ended(ScannerHand hand, @Nullable ScannerFault fault);
    }

    private final Known scanner;
    private final Bus bus;
    private final Ears ears;
    private final Thread thread;
    private volatile @Nullable Lesson lesson;
    private volatile boolean isStopped;
    /** Of the hand's thread alone. */
    private boolean wasClaimed;

    /**
     * Not begun.
     *
     * @param lesson null to keep it for good; otherwise it is kept only if it reads that code
     */
    ScannerHand(Known scanner, Bus bus, @Nullable Lesson lesson, Ears ears) {
        this.scanner = scanner;
        this.bus = bus;
        this.lesson = lesson;
        this.ears = ears;
        this.thread = Thread.ofPlatform().name("usb-scanner").daemon().unstarted(this::hold);
    }

    void start() {
        thread.start();
    }

    Known scanner() {
        return scanner;
    }

    boolean isLearning() {
        return lesson != null;
    }

    /** It is kept from now on. */
    void learned() {
        lesson = null;
    }

    /** Gives the device back soon. */
    void stop() {
        isStopped = true;
    }

    boolean isStopped() {
        return isStopped;
    }

    /** Whether it was ours at all; asked on the hand's thread. */
    boolean wasClaimed() {
        return wasClaimed;
    }

    /** Waits until the device is given back, at most so long. */
    void awaitEnd(long ms) throws InterruptedException {
        thread.join(ms);
    }

    private void hold() {
        switch (bus.open(scanner.seen().place(), scanner.what().face())) {
            case Opening.Refused refused -> ears.ended(this, refused.trouble().scannerFault());
            case Opening.Opened opened -> ears.ended(this, keep(opened.device()));
        }
    }

    private @Nullable ScannerFault keep(OpenDevice device) {
        try (device) {
            Optional<byte[]> described = described(device);
            if (described.isEmpty()) return ScannerFault.MUTE;
            Optional<HidDecoder> decoder = decoder(described.get());
            if (decoder.isEmpty()) return null;
            wasClaimed = true;
            ears.claimed(this);
            listen(device, decoder.get());
            return null;
        } catch (UsbLostException e) {
            return isStopped ? null : ScannerFault.GONE;
        }
    }

    /** How it describes its reports; empty if it does not answer that. One that types is spoken to as all keyboards are. */
    private Optional<byte[]> described(OpenDevice device) throws UsbLostException {
        int number = device.interfaceNumber();
        if (scanner.what().kind() == DeviceKind.SCANNER_KEYBOARD) {
            device.ask(TO_CLASS_INTERFACE, SET_PROTOCOL, BOOT, number, 0);
            device.ask(TO_CLASS_INTERFACE, SET_IDLE, 0, number, 0);
            return Optional.of(new byte[0]);
        }
        byte[] said = {};
        for (int i = 0; i < ASKED_MAX && said.length == 0; i++) {
            said = device.ask(FROM_INTERFACE, GET_DESCRIPTOR, REPORT_DESCRIPTOR, number, REPORT_BYTES_MAX);
        }
        return said.length == 0 ? Optional.empty() : Optional.of(said);
    }

    /** Empty for a device that is no scanner by its own description. */
    private Optional<HidDecoder> decoder(byte[] described) {
        if (scanner.what().kind() == DeviceKind.SCANNER_KEYBOARD) return Optional.of(new KeyReports());
        ReportDescriptor descriptor = ReportDescriptor.of(described);
        return descriptor.isBarcodeScanner() ? Optional.of(new PosReports(descriptor)) : Optional.empty();
    }

    private void listen(OpenDevice device, HidDecoder decoder) throws UsbLostException {
        Endpoint end = scanner.what().face().interruptIn().orElseThrow();
        byte[] report = new byte[REPORT_BYTES_MAX];
        while (!isStopped) {
            int count = device.read(end, report, SILENCE_MS);
            if (count == 0) decoder.pause(this::scanned);
            else decoder.take(report, count, this::scanned);
            if (!isLikeTheCode(decoder)) stop();
        }
    }

    private void scanned(HidScan scan) {
        Lesson now = lesson;
        if (now != null && !now.isCode(scan.text())) stop();
        else ears.scanned(this, scan);
    }

    /** A keyboard on which somebody types is given back at the first key that does not belong to the code. */
    private boolean isLikeTheCode(HidDecoder decoder) {
        Lesson now = lesson;
        return now == null || !(decoder instanceof KeyReports keys) || now.mayBecome(keys.open());
    }
}
