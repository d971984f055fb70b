/** The words shown to people, in 简体中文 and English, looked up by room and key. */
@NullMarked
package tillbook.text;

import org.jspecify.annotations.NullMarked;
