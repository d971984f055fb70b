package tillbook.desktop.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.document.PaperWidth;
import tillbook.printing.escpos.PrinterProfiles;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperLines;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PracticePrinterServer;

/** {@code practice-printer}: the printer to practise on, in a process of its own. Its troubles are typed. */
@Command(name = "practice-printer")
final class PracticePrinterCommand implements Callable<Integer> {
    private static final Charset CHINESE = Charset.forName("GB18030");
    /** Of what hangs in the printer without an end; far more than a receipt. */
    private static final int STRIPS_KEPT = 20_000;
    /** A slow printer works on when it is asked. */
    private static final long LOOK_MS = 100;

    private static final int PORT_MAX = 65_535;

    private final Invocation invocation;

    @Option(names = "--port", paramLabel = "N", defaultValue = "9100", descriptionKey = "port")
    private int port;

    @Option(
            names = "--paper",
            paramLabel = "58|80",
            defaultValue = "80",
            descriptionKey = "paper",
            converter = PaperChoice.class)
    private PaperWidth paper = PaperWidth.MM_80;

    @Option(
            names = "--tier",
            paramLabel = "process-id|barrier|real-time|silent",
            defaultValue = "process-id",
            descriptionKey = "tier",
            converter = TierChoice.class)
    private ConfirmationTier tier = ConfirmationTier.PROCESS_ID;

    PracticePrinterCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > PORT_MAX) return refuse("printer.port", ExitCode.WRONG_USE);
        int dots = PrinterProfiles.shipped().plain(paper).dots();
        PracticePrinter printer = new PracticePrinter(dots, CHINESE, tier, null, InstantSource.system());
        printer.keeps(STRIPS_KEPT);
        try (PracticePrinterServer server = listening(printer)) {
            Desk desk = new Desk(printer);
            desk.say("practice-printer tcp 127.0.0.1:" + server.port());
            Thread drawing = Thread.ofVirtual().start(desk::draw);
            desk.obey(invocation.surroundings().in());
            drawing.interrupt();
            return ExitCode.DONE;
        } catch (PortTaken taken) {
            return refuse("printer.taken", ExitCode.BROKEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        }
    }

    private PracticePrinterServer listening(PracticePrinter printer) throws PortTaken {
        try {
            return new PracticePrinterServer(printer, port);
        } catch (IOException e) {
            throw new PortTaken(e);
        }
    }

    private int refuse(String key, int exit) {
        String sentence = Messages.of(invocation.locale()).text(key, port);
        return new Teller(invocation).refuse("PORT", List.of(sentence), exit);
    }

    /** Two threads share it: one draws, one obeys. */
    private final class Desk {
        private final PracticePrinter printer;
        private final Messages messages = Messages.of(invocation.locale());
        private final PrintWriter out = invocation.surroundings().out();

        Desk(PracticePrinter printer) {
            this.printer = printer;
        }

        /** Shows each sheet when it is done. */
        void draw() {
            try {
                while (true) {
                    synchronized (printer) {
                        printer.takeDone().forEach(this::show);
                        printer.wait(LOOK_MS);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** To the word that ends it; without any input for ever, as nobody may sit before it. */
        void obey(BufferedReader in) throws IOException, InterruptedException {
            String line = in.readLine();
            while (line != null) {
                PrinterWord word = PrinterWord.read(line);
                if (word instanceof PrinterWord.Quit) return;
                obey(word);
                line = in.readLine();
            }
            new CountDownLatch(1).await();
        }

        private void obey(PrinterWord word) {
            switch (word) {
                case PrinterWord.Trouble trouble -> {
                    printer.trouble(trouble.trouble());
                    say(messages.text("printer.trouble"));
                }
                case PrinterWord.Mend _ -> {
                    printer.mend();
                    say(messages.text("printer.mended"));
                }
                case PrinterWord.Tear _ -> tear();
                case PrinterWord.Help _ -> say(messages.text("printer.help"));
                case PrinterWord.Wrong wrong ->
                    say(messages.text(wrong.key(), wrong.args().toArray()));
                case PrinterWord.Quit _, PrinterWord.Nothing _ -> {}
            }
        }

        private void tear() {
            synchronized (printer) {
                printer.takeDone().forEach(this::show);
                Paper rest = printer.paper();
                printer.tearOff();
                if (rest.strips().isEmpty()) say(messages.text("printer.nothing"));
                else show(rest);
            }
        }

        private void show(Paper sheet) {
            say(String.join("\n", PaperLines.of(sheet)));
            List<String> complaints = printer.takeComplaints();
            complaints.forEach(complaint -> say(messages.text("printer.complaint", complaint)));
        }

        /** A sheet stays together, whoever speaks. */
        private synchronized void say(String text) {
            out.println(text);
            out.flush();
        }
    }

    private static final class PortTaken extends IOException {
        private static final long serialVersionUID = 1L;

        PortTaken(IOException cause) {
            super(cause);
        }
    }

    /** Reads the width of the roll. */
    static final class PaperChoice implements ITypeConverter<PaperWidth> {
        @Override
        public PaperWidth convert(String value) {
            return switch (value) {
                case "58" -> PaperWidth.MM_58;
                case "80" -> PaperWidth.MM_80;
                default -> throw new TypeConversionException("58 or 80");
            };
        }
    }

    /** Reads how much it can say. */
    static final class TierChoice implements ITypeConverter<ConfirmationTier> {
        @Override
        public ConfirmationTier convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "process-id" -> ConfirmationTier.PROCESS_ID;
                case "barrier" -> ConfirmationTier.BARRIER;
                case "real-time" -> ConfirmationTier.REAL_TIME;
                case "silent" -> ConfirmationTier.SILENT;
                default -> throw new TypeConversionException("process-id, barrier, real-time or silent");
            };
        }
    }
}
