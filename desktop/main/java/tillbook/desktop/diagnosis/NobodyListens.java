package tillbook.desktop.diagnosis;

import java.util.List;
import tillbook.device.DeviceListener;
import tillbook.device.FoundDevice;
import tillbook.device.Scan;
import tillbook.device.ScannerFault;

/** For a short look at what is plugged in. Immutable. */
final class NobodyListens implements DeviceListener {
    @Override
    public void devicesChanged(List<FoundDevice> now) {}

    @Override
    public void scanned(Scan scan) {}

    @Override
    public void scannerLost(FoundDevice scanner, ScannerFault why) {}

    @Override
    public void scannerBack(FoundDevice scanner) {}
}
