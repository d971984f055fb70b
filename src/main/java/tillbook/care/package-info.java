/** What is written down about the program's own health, without secrets, and the last line of defence against its faults. */
@NullMarked
package tillbook.care;

import org.jspecify.annotations.NullMarked;
