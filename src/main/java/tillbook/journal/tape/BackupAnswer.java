package tillbook.journal.tape;

/** What came of copying a tape. */
public sealed interface BackupAnswer {
    /**
     * The copy holds every record through this sequence.
     *
     * @param segmentsWritten files that had to be written, 0 if the copy was up to date
     */
    record Copied(long through, int segmentsWritten) implements BackupAnswer {}

    /** The tape itself is damaged; the segments before are copied, the older copy of this one is left alone. */
    record SourceDamaged(Damage damage) implements BackupAnswer {}

    /** A newer Tillbook wrote this segment. */
    record SourceTooNew(String segment, int formatVersion) implements BackupAnswer {}

    /** The backup place does not take it; the reason is for the log. The copy made before is untouched. */
    record TargetFailed(String reason) implements BackupAnswer {}
}
