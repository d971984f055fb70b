/** The command line: one class a command, what they all are given, and how a wrong line is answered. */
@NullMarked
package tillbook.desktop.command;

import org.jspecify.annotations.NullMarked;
