/**
 * Printers and scanners on USB. javax.usb finds and describes them and notices when one comes or goes; everything that
 * touches a device goes through libusb, which tells of every transfer how many bytes it moved.
 */
@NullMarked
package tillbook.hardware.usb;

import org.jspecify.annotations.NullMarked;
