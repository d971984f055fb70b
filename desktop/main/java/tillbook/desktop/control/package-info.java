/** Reaching a running register from another process: a Unix socket, one JSON request, JSON lines back. */
@NullMarked
package tillbook.desktop.control;

import org.jspecify.annotations.NullMarked;
