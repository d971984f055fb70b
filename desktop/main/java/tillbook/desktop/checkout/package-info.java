/** Checking out, whatever the face: what a scan means for the register, as an intent, a question or an explanation. */
@NullMarked
package tillbook.desktop.checkout;

import org.jspecify.annotations.NullMarked;
