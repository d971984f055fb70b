/** The diagnosis over a register, running or not: what the checks are given, and the report as lines for a terminal or a script. */
@NullMarked
package tillbook.desktop.diagnosis;

import org.jspecify.annotations.NullMarked;
