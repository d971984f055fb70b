/**
 * The one loop: events fold to a state, a pure rule names the next step, its intent is written before its effect, and what
 * comes back is an event again. A start after a crash is the same call as any start.
 */
@NullMarked
package tillbook.register;

import org.jspecify.annotations.NullMarked;
