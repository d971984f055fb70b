package tillbook.hardware.usb;

import java.util.List;

/** A device as its descriptors tell it, which anybody may read. Immutable. */
record Seen(Place place, int vendor, int product, List<Face> faces) {
    Seen {
        faces = List.copyOf(faces);
    }
}
