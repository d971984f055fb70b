/** The troubleshooting wizard in the window: from what a person sees over live checks to causes, the remedy, and what became of it. */
@NullMarked
package tillbook.desktop.diagnosis.screen;

import org.jspecify.annotations.NullMarked;
