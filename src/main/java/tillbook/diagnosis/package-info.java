/** Why something did not work: runs the checks, names the causes by the fault catalogue, and says what to do. */
@NullMarked
package tillbook.diagnosis;

import org.jspecify.annotations.NullMarked;
