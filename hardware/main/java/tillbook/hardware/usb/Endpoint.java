package tillbook.hardware.usb;

/**
 * One end of a pipe, as the device describes it. Immutable.
 *
 * @param address with the direction in its highest bit
 * @param isInterrupt or bulk; other kinds are of no use here
 * @param packetBytes the most in one packet
 */
record Endpoint(int address, boolean isInterrupt, int packetBytes) {
    boolean isIn() {
        return (address & 0x80) != 0;
    }
}
