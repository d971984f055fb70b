/** Looking into the journal: finding sales, telling the whole life of one, verifying, and writing out. */
@NullMarked
package tillbook.desktop.journal;

import org.jspecify.annotations.NullMarked;
