package tillbook.receipt;

import java.time.Instant;

/**
 * 测试页: everything a printer must be able to do, for a person to look at. Immutable.
 *
 * @param printer its name in the settings
 * @param profile how the printer is spoken to
 * @param at when it was asked for
 */
public record TestPage(Merchant merchant, boolean practice, String printer, String profile, Instant at)
        implements Slip {}
