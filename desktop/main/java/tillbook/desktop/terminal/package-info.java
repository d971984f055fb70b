/** The terminal face: a scan or a word a line in, answers a line out, in plain words or JSON, for people, scripts and broken screens. */
@NullMarked
package tillbook.desktop.terminal;

import org.jspecify.annotations.NullMarked;
