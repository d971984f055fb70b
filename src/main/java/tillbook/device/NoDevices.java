package tillbook.device;

import java.util.List;
import java.util.function.Consumer;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterPort;

/** The host where no driver was built in. Immutable. */
final class NoDevices implements DeviceHost {
    private static final String WHY = "no driver for devices is part of this program";

    /** A printer that never can be reached. */
    private record NoPrinter(String place) implements PrinterPort {
        @Override
        public ConfirmationTier ceiling() {
            return ConfirmationTier.SILENT;
        }

        @Override
        public PortOpening open() {
            return new PortOpening.Failed(PrinterFault.GONE, WHY);
        }
    }

    @Override
    public HostStart start(DeviceListener listener) {
        return new HostStart.Without(WHY);
    }

    @Override
    public HostStart look() {
        return new HostStart.Without(WHY);
    }

    @Override
    public List<FoundDevice> found() {
        return List.of();
    }

    @Override
    public PrinterPort printer(String address) {
        return new NoPrinter(address);
    }

    @Override
    public void use(String address) {}

    @Override
    public void leave(String address) {}

    @Override
    public void teach(String code, long waitMs, Consumer<Teaching> answer) {
        answer.accept(new Teaching.NobodyToAsk());
    }

    @Override
    public void close() {}
}
