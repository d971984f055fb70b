/** The journal: every event there is, how it is written, and the tape and the searchable copy that keep it. */
@NullMarked
package tillbook.journal;

import org.jspecify.annotations.NullMarked;
