/** What is promised about speed, measured on the machine at hand beside something that the reader knows. */
@NullMarked
package tillbook.bench;

import org.jspecify.annotations.NullMarked;
