package tillbook.desktop.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tillbook.desktop.control.Answer;
import tillbook.device.DeviceHost;
import tillbook.device.DeviceListener;
import tillbook.device.DeviceText;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;
import tillbook.device.Scan;
import tillbook.device.ScannerFault;

/** {@code devices}: what is plugged into this machine, with the addresses that the settings take. */
@Command(name = "devices")
final class DevicesCommand implements Callable<Integer> {
    private final Invocation invocation;

    DevicesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Teller teller = new Teller(invocation);
        DeviceText text = new DeviceText(invocation.locale());
        try (DeviceHost host = DeviceHost.ofThisMachine()) {
            HostStart how = host.start(new Nobody());
            List<FoundDevice> found = host.found();
            found.forEach(device -> teller.tell(Answer.of("device")
                    .with("address", device.address())
                    .with("kind", device.kind().name())
                    .with("name", device.name())
                    .with("sureness", device.sureness().name())
                    .with("reach", device.reach().name())
                    .text(text.say(device))));
            if (how instanceof HostStart.Without)
                teller.tell(Answer.of("devices").with("usb", false).text(text.say(how)));
            else if (found.isEmpty())
                teller.tell(Answer.of("devices")
                        .with("usb", true)
                        .text(Messages.of(invocation.locale()).text("devices.none")));
            return ExitCode.DONE;
        }
    }

    /** Only looks. */
    private static final class Nobody implements DeviceListener {
        @Override
        public void devicesChanged(List<FoundDevice> now) {}

        @Override
        public void scanned(Scan scan) {}

        @Override
        public void scannerLost(FoundDevice scanner, ScannerFault why) {}

        @Override
        public void scannerBack(FoundDevice scanner) {}
    }
}
