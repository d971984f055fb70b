/** Print jobs and what is known about their paper. */
@NullMarked
package tillbook.printing;

import org.jspecify.annotations.NullMarked;
