package tillbook.journal.tape;

/**
 * One place of a tape that is not as it was written. Immutable.
 *
 * @param segment file name in the tape's folder
 * @param sequence the record it is about; for a head, a snapshot or a seal the record that would come next
 * @param kind what is wrong there
 */
public record Damage(String segment, long sequence, DamageKind kind) {}
