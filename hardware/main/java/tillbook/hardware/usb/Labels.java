package tillbook.hardware.usb;

import java.util.Locale;

/**
 * What a device says of itself once it may be opened; empty texts where it says nothing or may not be opened. Immutable.
 *
 * @param path the sockets it is plugged into, {@code 1-1.2}: bus, then port after port
 * @param deviceId what a printer answers to GET_DEVICE_ID (IEEE 1284): {@code MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;}
 */
record Labels(String path, String maker, String product, String serial, String deviceId) {
    /** Nothing but where it is. */
    static Labels onlyPath(String path) {
        return new Labels(path, "", "", "", "");
    }

    /** The maker, by whichever way the device tells it. */
    String makerOrId() {
        return maker.isEmpty() ? idValue("MFG", "MANUFACTURER") : maker;
    }

    String productOrId() {
        return product.isEmpty() ? idValue("MDL", "MODEL") : product;
    }

    /** Whether it says that it understands the commands of receipt printers. */
    boolean speaksEscPos() {
        String commands = idValue("CMD", "COMMAND SET").toUpperCase(Locale.ROOT);
        return commands.contains("ESC/POS") || commands.contains("ESCPOS") || commands.contains("EPSON");
    }

    private String idValue(String key, String longKey) {
        for (String pair : deviceId.split(";", -1)) {
            int colon = pair.indexOf(':');
            String name = colon < 0 ? "" : pair.substring(0, colon).strip();
            if (name.equalsIgnoreCase(key) || name.equalsIgnoreCase(longKey))
                return pair.substring(colon + 1).strip();
        }
        return "";
    }
}
