package tillbook.desktop.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import tillbook.printing.practice.PrinterTrouble;

/** What a line typed to the practice printer asks for. Immutable. */
sealed interface PrinterWord {
    /** From now on it misbehaves. */
    record Trouble(PrinterTrouble trouble) implements PrinterWord {}

    /** All is well again. */
    record Mend() implements PrinterWord {}

    /** What hangs in the printer is torn off and shown. */
    record Tear() implements PrinterWord {}

    /** Which words there are. */
    record Help() implements PrinterWord {}

    /** The end. */
    record Quit() implements PrinterWord {}

    /** An empty line. */
    record Nothing() implements PrinterWord {}

    /**
     * Nobody understands it.
     *
     * @param key of the sentence that says why
     */
    record Wrong(String key, List<String> args) implements PrinterWord {
        public Wrong {
            args = List.copyOf(args);
        }
    }

    /** Reads a line; capitals and spaces do not matter. */
    static PrinterWord read(String line) {
        List<String> words = List.of(line.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return switch (words.getFirst()) {
            case "" -> new Nothing();
            case "paper-out" -> after(words, PrinterTrouble.PaperOut::new);
            case "cover" -> after(words, PrinterTrouble.CoverOpen::new);
            case "jam" -> after(words, PrinterTrouble.CutterJam::new);
            case "hot" -> after(words, PrinterTrouble.Overheat::new);
            case "cut" -> after(words, PrinterTrouble.LinkCutAtWork::new);
            case "power-cut" -> after(words, PrinterTrouble.PowerCut::new);
            case "slow" -> figure(words, 1, bytes -> new PrinterTrouble.Slow((int) bytes));
            case "late" -> figure(words, 0, PrinterTrouble.LateAnswers::new);
            case "paper-low" -> alone(words, new Trouble(new PrinterTrouble.PaperLow()));
            case "silent" -> alone(words, new Trouble(new PrinterTrouble.Silent()));
            case "frozen" -> alone(words, new Trouble(new PrinterTrouble.Frozen()));
            case "mend" -> alone(words, new Mend());
            case "tear" -> alone(words, new Tear());
            case "help" -> alone(words, new Help());
            case "quit" -> alone(words, new Quit());
            default -> new Wrong("printer.unknown", List.of(words.getFirst()));
        };
    }

    private static PrinterWord alone(List<String> words, PrinterWord meant) {
        return words.size() == 1 ? meant : new Wrong("printer.alone", List.of(words.getFirst(), words.get(1)));
    }

    private static PrinterWord after(List<String> words, LongFunction<PrinterTrouble> trouble) {
        if (words.size() == 1) return new Trouble(trouble.apply(0));
        boolean said = words.size() == 3 && words.get(1).equals("after");
        Optional<Long> bytes = said ? number(words.get(2), 0) : Optional.empty();
        return bytes.<PrinterWord>map(count -> new Trouble(trouble.apply(count)))
                .orElseGet(() -> new Wrong("printer.after", List.of(words.getFirst())));
    }

    private static PrinterWord figure(List<String> words, long least, LongFunction<PrinterTrouble> trouble) {
        Optional<Long> figure = words.size() == 2 ? number(words.get(1), least) : Optional.empty();
        return figure.<PrinterWord>map(value -> new Trouble(trouble.apply(value)))
                .orElseGet(() -> new Wrong("printer.figure." + words.getFirst(), List.of()));
    }

    /** Nine digits are more than any sheet has bytes. */
    private static Optional<Long> number(String text, long least) {
        if (!text.matches("\\d{1,9}")) return Optional.empty();
        long value = Long.parseLong(text);
        return value < least ? Optional.empty() : Optional.of(value);
    }
}
