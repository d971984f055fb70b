/** What the register lets be heard: made by its own code, on a thread of its own. */
@NullMarked
package tillbook.desktop.sound;

import org.jspecify.annotations.NullMarked;
