package tillbook.desktop.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.ControlClient;
import tillbook.desktop.control.Request;
import tillbook.device.DeviceHost;
import tillbook.device.DeviceText;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;

/** {@code devices}: what is plugged into this machine, with the addresses that the settings take. Takes nothing. */
@Command(name = "devices")
final class DevicesCommand implements Callable<Integer> {
    static final String ASK = "devices";

    private final Invocation invocation;
    private final Teller teller;

    DevicesCommand(Invocation invocation) {
        this.invocation = invocation;
        this.teller = new Teller(invocation);
    }

    /** A register that runs knows which of them are its own; without one the cables are looked at. */
    @Override
    public Integer call() throws IOException {
        Request request = new Request(ASK, invocation.locale(), Map.of());
        OptionalInt exit = ControlClient.ask(Opens.folder(invocation).socket(), request, teller::tell);
        if (exit.isPresent()) return exit.getAsInt();
        try (DeviceHost host = DeviceHost.ofThisMachine()) {
            HostStart how = host.look();
            return tell(how, host.found(), invocation.locale(), teller::tell);
        }
    }

    /** Says what was found, each with its address. */
    static int tell(HostStart how, List<FoundDevice> found, Locale language, Consumer<Answer> out) {
        DeviceText text = new DeviceText(language);
        found.forEach(device -> out.accept(Answer.of("device")
                .with("address", device.address())
                .with("kind", device.kind().name())
                .with("name", device.name())
                .with("sureness", device.sureness().name())
                .with("reach", device.reach().name())
                .text(text.say(device))));
        switch (how) {
            case HostStart.Without _ ->
                out.accept(Answer.of(ASK).with("usb", false).text(text.say(how)));
            case HostStart.Running _
            when found.isEmpty() ->
                out.accept(Answer.of(ASK)
                        .with("usb", true)
                        .text(Messages.of(language).text("devices.none")));
            case HostStart.Running _ -> {}
        }
        return ExitCode.DONE;
    }
}
