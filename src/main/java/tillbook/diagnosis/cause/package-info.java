/** Evidence, the table of causes, and the ranking that leads from one to the other. */
@NullMarked
package tillbook.diagnosis.cause;

import org.jspecify.annotations.NullMarked;
