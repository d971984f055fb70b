/** The tape: append-only, hash-chained segments that keep every event the register has acknowledged; bytes only, no meaning. */
@NullMarked
package tillbook.journal.tape;

import org.jspecify.annotations.NullMarked;
