package tillbook.journal.search;

/** What became of a batch. */
public sealed interface Applying {
    /**
     * It is in, or was before.
     *
     * @param through the last record now applied
     * @param added how many of the batch were new
     */
    record Done(long through, int added) implements Applying {}

    /** Records are missing between; nothing was applied. */
    record Gap(long expected, long found) implements Applying {}

    /** The last applied record came again with another hash: this is another tape. Nothing was applied. */
    record ChainDiffers(long sequence) implements Applying {}
}
