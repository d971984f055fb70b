package tillbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures as they come, on paper for people and for programs. Used by one thread. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The same as the table, as JSON. */
    private record Whole(
            LocalDate day,
            boolean quick,
            MachineFacts machine,
            List<Row> rows,
            List<String> skipped,
            List<String> failures) {}

    private final LocalDate day = LocalDate.now(ZoneId.systemDefault());
    private final boolean quick;
    private final MachineFacts machine;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Report(boolean quick, MachineFacts machine) {
        this.quick = quick;
        this.machine = machine;
    }

    void add(Row row) {
        rows.add(row);
    }

    void skipped(String name, Benchmark.NotHere why) {
        skipped.add(name + ": " + why.getMessage());
    }

    void failed(String name, Exception why) {
        failures.add(name + ": " + why);
    }

    List<String> failures() {
        return failures;
    }

    /** A row as it is read in a terminal. */
    static String lines(Row row) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%-18s %s: %s%n", row.name(), row.measured(), row.figure().text()));
        text.append(String.format(
                Locale.ROOT,
                "%-18s %s: %s, ratio %.2f%n",
                "",
                row.beside(),
                row.other().text(),
                row.ratio()));
        if (!row.goal().isEmpty()) {
            text.append(String.format(
                    "%-18s %s: %s%n", "", row.goal(), row.verdict().word()));
        }
        if (!row.note().isEmpty()) text.append(String.format("%-18s %s%n", "", row.note()));
        return text.toString();
    }

    /** The table of {@code bench.md}. */
    String markdown() {
        StringBuilder text = new StringBuilder("# Figures of " + day + (quick ? ", quick" : "") + "\n\n");
        text.append(machine.text()).append(".\n\n");
        text.append("| | measured | p50 / p99 | beside it | p50 / p99 | ratio | goal | | note |\n");
        text.append("|---|---|---|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(line(row)));
        skipped.forEach(name -> text.append("\nLeft out: ").append(name).append('\n'));
        failures.forEach(failure -> text.append("\nFailed: ").append(failure).append('\n'));
        return text.toString();
    }

    private static String line(Row row) {
        return String.join(
                        " | ",
                        "| " + row.name(),
                        row.measured(),
                        row.figure().text(),
                        row.beside(),
                        row.other().text(),
                        String.format(Locale.ROOT, "%.2f", row.ratio()),
                        row.goal(),
                        row.verdict().word(),
                        row.note() + " |")
                + "\n";
    }

    /** Writes the table and, beside it, the same as JSON. */
    void write(Path markdown) throws IOException {
        Files.writeString(markdown, markdown());
        Files.writeString(
                json(markdown), JSON.writeValueAsString(new Whole(day, quick, machine, rows, skipped, failures)));
    }

    /** {@code bench.md} → {@code bench.json}. */
    static Path json(Path markdown) {
        String name = String.valueOf(markdown.getFileName());
        return markdown.resolveSibling(name.replaceFirst("(\\.[^.]*)?$", ".json"));
    }
}
