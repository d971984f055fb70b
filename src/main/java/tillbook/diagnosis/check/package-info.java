/** Small checks, each of one thing, and the probes through which they reach what they measure. */
@NullMarked
package tillbook.diagnosis.check;

import org.jspecify.annotations.NullMarked;
