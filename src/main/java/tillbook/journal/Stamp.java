package tillbook.journal;

import java.time.LocalDate;

/**
 * Who, where and when of a record.
 *
 * @param register 1–999
 * @param shift counts the shifts of this register, from 1
 * @param cashier the cashier's short name or number
 * @param day business date: the day a sale belongs to, which may begin in the small hours
 * @param at wall time, ms since the epoch, as this machine believed it
 * @param up monotonic time since the process started, ms: the order of waits, whatever the wall clock did
 */
public record Stamp(int register, int shift, String cashier, LocalDate day, long at, long up) {}
