package tillbook.desktop;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tillbook.desktop.command.CommandTree;
import tillbook.desktop.command.Surroundings;

/** Where the process starts, and the only place that ends it. Everything else returns an exit code. */
public final class Main {
    private Main() {}

    /** Runs one command line. */
    public static void main(String[] args) {
        System.exit(CommandTree.run(process(), args));
    }

    private static Surroundings process() {
        return new Surroundings(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Locale.getDefault(Locale.Category.DISPLAY));
    }
}
