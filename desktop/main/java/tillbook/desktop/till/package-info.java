/** The register put together: data, tape, journal, goods, provider and loop, opened in good order and closed in reverse. */
@NullMarked
package tillbook.desktop.till;

import org.jspecify.annotations.NullMarked;
