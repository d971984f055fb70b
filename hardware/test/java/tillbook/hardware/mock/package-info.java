/** Devices that exist in memory alone, and the bus that brings them to the real libusb: USB/IP, a small bridge, umockdev. */
@NullMarked
package tillbook.hardware.mock;

import org.jspecify.annotations.NullMarked;
