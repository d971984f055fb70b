/** Troubles by the codes of the fault catalogue, switched on and off in a practice register: the real parts are disturbed, and no verdict is made up. */
@NullMarked
package tillbook.desktop.trouble;

import org.jspecify.annotations.NullMarked;
