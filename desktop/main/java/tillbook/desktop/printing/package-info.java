/** The register's printer: from the settings to paper, and what is known of it. */
@NullMarked
package tillbook.desktop.printing;

import org.jspecify.annotations.NullMarked;
