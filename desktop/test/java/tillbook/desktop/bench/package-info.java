/** What is promised about the window's speed and size, for {@code ./tillbook bench}; never a test that watches a clock. */
@NullMarked
package tillbook.desktop.bench;

import org.jspecify.annotations.NullMarked;
