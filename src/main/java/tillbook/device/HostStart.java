package tillbook.device;

/** What came of starting to look for devices. */
public sealed interface HostStart {
    /** Devices are found from now on. */
    record Running() implements HostStart {}

    /**
     * Nothing will be found on this machine; everything else works.
     *
     * @param detail what the system said, for a log
     */
    record Without(String detail) implements HostStart {}
}
