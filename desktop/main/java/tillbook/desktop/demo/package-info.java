/** The demonstration: real processes sell, get into trouble, are killed, and the two books are compared at the end. */
@NullMarked
package tillbook.desktop.demo;

import org.jspecify.annotations.NullMarked;
