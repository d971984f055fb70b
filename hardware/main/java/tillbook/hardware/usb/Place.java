package tillbook.hardware.usb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the system has put a device this time; after each plugging in it is another. Immutable.
 *
 * @param bus 1–255
 * @param device 1–127
 */
record Place(int bus, int device) {
    /** How usb4java's javax.usb devices describe themselves; their bus is told in no other way. */
    private static final Pattern DESCRIBED = Pattern.compile("^Bus (\\d+) Device (\\d+):.*");

    /** Empty for usb4java's virtual root hub, which is in no place. */
    static Optional<Place> in(String description) {
        Matcher told = DESCRIBED.matcher(description);
        return told.matches()
                ? Optional.of(new Place(Integer.parseInt(told.group(1)), Integer.parseInt(told.group(2))))
                : Optional.empty();
    }
}
