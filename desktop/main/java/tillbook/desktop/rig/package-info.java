/** The parts of a practice register that can be disturbed: the line to its provider, its network, scanner, printer's way and disk. */
@NullMarked
package tillbook.desktop.rig;

import org.jspecify.annotations.NullMarked;
