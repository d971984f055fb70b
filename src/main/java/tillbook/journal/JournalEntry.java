package tillbook.journal;

/**
 * An event at its place in the order.
 *
 * @param sequence the register's own, from 1, without gaps or reuse
 */
public record JournalEntry(long sequence, Stamp stamp, JournalEvent event) {}
