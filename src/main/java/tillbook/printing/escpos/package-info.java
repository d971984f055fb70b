/** From a document to the bytes of an ESC/POS printer: its commands, its characters, its profiles. */
@NullMarked
package tillbook.printing.escpos;

import org.jspecify.annotations.NullMarked;
