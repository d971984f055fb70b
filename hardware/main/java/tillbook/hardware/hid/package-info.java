/** What the reports of human interface devices say: keys that a scanner types, and codes with their symbology. No wire. */
@NullMarked
package tillbook.hardware.hid;

import org.jspecify.annotations.NullMarked;
