/** The way to a printer: opening it, bytes out, bytes in, and what each way can and cannot promise. */
@NullMarked
package tillbook.printing.port;

import org.jspecify.annotations.NullMarked;
