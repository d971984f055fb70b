package tillbook.device;

import java.util.Locale;
import tillbook.text.Texts;

/** Says how devices are, with place and remedy. Immutable, safe from any thread. */
public final class DeviceText {
    private final Texts texts;

    public DeviceText(Locale language) {
        this.texts = Texts.of("device", language);
    }

    /** How the search for devices began. */
    public String say(HostStart start) {
        return switch (start) {
            case HostStart.Running _ -> texts.text("running");
            case HostStart.Without without -> texts.text("without", without.detail());
        };
    }

    /** One line about a device: its name, what it is, whether it can be used, and what to do if not. */
    public String say(FoundDevice device) {
        String kind = texts.text("kind." + device.kind());
        return texts.text("reach." + state(device), device.name(), kind, device.address());
    }

    private static String state(FoundDevice device) {
        boolean mayBeTheCashiers = device.isScanner() && device.sureness() == Sureness.BY_CLASS;
        boolean isLeftAlone = device.reach() == Reach.FREE || device.reach() == Reach.DENIED;
        return device.reach().name() + (mayBeTheCashiers && isLeftAlone ? "_UNSURE" : "");
    }

    /** Why a scanner reads no more, and what to do. */
    public String say(ScannerFault fault, FoundDevice scanner) {
        return texts.text("fault." + fault, scanner.name(), scanner.address());
    }

    /** What came of the question for the code on the screen. */
    public String say(Teaching teaching) {
        return switch (teaching) {
            case Teaching.Taken taken ->
                texts.text(
                        "taught.taken", taken.scanner().name(), taken.scanner().address());
            case Teaching.NoAnswer _ -> texts.text("taught.no-answer");
            case Teaching.NobodyToAsk _ -> texts.text("taught.nobody");
            case Teaching.StillAsking _ -> texts.text("taught.still-asking");
        };
    }
}
