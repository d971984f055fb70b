/** The machine itself as the checks see it: network, disk, settings, and who else works on the data. */
@NullMarked
package tillbook.diagnosis.machine;

import org.jspecify.annotations.NullMarked;
