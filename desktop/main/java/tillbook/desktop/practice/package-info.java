/** What a learner needs at the window: goods and payment codes to touch, troubles to switch on, the last receipt. */
@NullMarked
package tillbook.desktop.practice;

import org.jspecify.annotations.NullMarked;
