package tillbook.desktop.command;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/**
 * Where the program was started, so that a test can start it too.
 *
 * @param in standard input, a scan or a line of typing each
 * @param out answers: what a script reads
 * @param err what went wrong and what is going on
 * @param environment the environment variables
 * @param machineLocale the language of the machine, used when nothing else tells one
 */
public record Surroundings(
        BufferedReader in, PrintWriter out, PrintWriter err, Map<String, String> environment, Locale machineLocale) {}
