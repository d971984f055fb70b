package tillbook.journal.tape;

/** What a power cut leaves of the writes that no force has covered. Every forced write is always kept. */
public enum CrashModel {
    /** Nothing of them. */
    NONE,
    /** The first of them, the last of these cut anywhere. */
    PREFIX,
    /** Each of them or not. */
    SUBSET,
    /** Of each 4 KiB page the newest state or the forced one. */
    PAGES,
    /** Of each 512 B sector the newest state or the forced one. */
    SECTORS
}
