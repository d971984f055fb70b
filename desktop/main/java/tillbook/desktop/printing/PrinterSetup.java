package tillbook.desktop.printing;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.document.PaperWidth;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;
import tillbook.printing.escpos.TextEncoding;
import tillbook.printing.port.DevicePort;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterPort;
import tillbook.printing.port.TcpPort;
import tillbook.receipt.Template;
import tillbook.settings.Settings;

/** A printer as the settings name it. Immutable. */
public record PrinterSetup(PrinterPort port, PrinterProfile profile, Template template) {
    private static final String TCP = "tcp ";
    private static final String FILE = "file ";
    private static final String USB = "usb:";
    /** An address of IPv6 stands in brackets. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[([^\\]]+)]|([^:]+))(?::(\\d{1,5}))?");

    /**
     * By the settings.
     *
     * @param settings whose printer has an address
     * @param practicePort where the practice printer of this process listens, 0 if there is none
     * @param usb finds a printer on the USB by the number it has there
     */
    public static PrinterSetup of(Settings settings, int practicePort, Function<String, PrinterPort> usb) {
        PaperWidth width = width(settings.printer());
        return new PrinterSetup(
                port(settings.printer().address(), practicePort, usb),
                profile(settings.printer(), width),
                template(settings.receipt(), width));
    }

    /** The name of a profile that nobody knows; empty if it is known, or none is named. */
    public static Optional<String> unknownProfile(Settings.Printer printer) {
        String name = printer.profile();
        boolean known = name.isEmpty() || PrinterProfiles.shipped().find(name).isPresent();
        return known ? Optional.empty() : Optional.of(name);
    }

    /** The name of a profile that is known, but for another paper; empty if it fits, or none is named. */
    public static Optional<String> profileOfOtherPaper(Settings.Printer printer) {
        return PrinterProfiles.shipped()
                .find(printer.profile())
                .filter(named -> named.width() != width(printer))
                .map(_ -> printer.profile());
    }

    private static PaperWidth width(Settings.Printer printer) {
        return printer.paperMm() == 58 ? PaperWidth.MM_58 : PaperWidth.MM_80;
    }

    /** The names of all profiles, for a person. */
    public static String profiles() {
        return String.join(", ", new TreeSet<>(PrinterProfiles.shipped().all().keySet()));
    }

    private static PrinterProfile profile(Settings.Printer printer, PaperWidth width) {
        PrinterProfiles all = PrinterProfiles.shipped();
        PrinterProfile profile = all.find(printer.profile())
                .filter(named -> named.width() == width)
                .orElseGet(() -> all.plain(width));
        return switch (printer.encoding()) {
            case "gb18030" -> profile.with(TextEncoding.GB18030);
            case "gbk" -> profile.with(TextEncoding.GBK);
            case "utf-8" -> profile.with(TextEncoding.UTF_8);
            default -> profile;
        };
    }

    private static Template template(Settings.Receipt receipt, PaperWidth width) {
        return new Template(
                width, receipt.header(), receipt.footer(), receipt.logo(), receipt.barcode(), receipt.electronic());
    }

    private static PrinterPort port(String address, int practicePort, Function<String, PrinterPort> usb) {
        if (address.startsWith(TCP)) return tcp(address.substring(TCP.length()));
        if (address.startsWith(FILE)) return new DevicePort(Path.of(address.substring(FILE.length())), true);
        if (address.startsWith(USB)) return usb.apply(address);
        return new TcpPort("127.0.0.1", practicePort, TcpPort.CONNECT_MS);
    }

    private static PrinterPort tcp(String hostAndPort) {
        Matcher matcher = HOST_AND_PORT.matcher(hostAndPort);
        if (!matcher.matches()) throw new IllegalArgumentException("no address of a printer: " + hostAndPort);
        String port = matcher.group(3);
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new TcpPort(host, port == null ? TcpPort.USUAL_PORT : Integer.parseInt(port), TcpPort.CONNECT_MS);
    }

    /** Stands for a device that this machine does not have. */
    public record NoDevice(String place) implements PrinterPort {
        @Override
        public ConfirmationTier ceiling() {
            return ConfirmationTier.PROCESS_ID;
        }

        @Override
        public PortOpening open() {
            return new PortOpening.Failed(PrinterFault.GONE, "no such device is plugged in");
        }
    }
}
