package tillbook.desktop.command;

import java.util.Locale;

/**
 * What a command is given when it is made. Its options are filled before the command is called.
 *
 * @param locale the language to answer in
 */
public record Invocation(Surroundings surroundings, GlobalOptions options, Locale locale) {}
