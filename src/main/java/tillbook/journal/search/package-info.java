/** The searchable copy of the journal in H2: projected from the tape, searched by people, rebuilt whenever in doubt. */
@NullMarked
package tillbook.journal.search;

import org.jspecify.annotations.NullMarked;
