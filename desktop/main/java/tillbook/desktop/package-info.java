/** What a person meets: the command line, the terminal face, and the windows. */
@NullMarked
package tillbook.desktop;

import org.jspecify.annotations.NullMarked;
