package tillbook.hardware.usb;

/**
 * What a printer's plug says of it, whatever commands it understands (USB printer class 1.1, GET_PORT_STATUS): three lines
 * of the old parallel port. Cheap printers answer "well" whatever happens. Immutable.
 */
public record PortStatus(int bits) {
    private static final int PAPER_EMPTY = 0x20;
    private static final int SELECTED = 0x10;
    private static final int NO_ERROR = 0x08;

    public boolean isPaperEmpty() {
        return (bits & PAPER_EMPTY) != 0;
    }

    /** On line. */
    public boolean isSelected() {
        return (bits & SELECTED) != 0;
    }

    public boolean isError() {
        return (bits & NO_ERROR) == 0;
    }
}
