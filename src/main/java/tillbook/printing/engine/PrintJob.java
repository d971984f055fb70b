package tillbook.printing.engine;

import tillbook.printing.escpos.Encoded;

/**
 * One sheet to print.
 *
 * @param key names it to whoever asked for it; kept over every retry
 */
public record PrintJob(String key, Encoded sheet) {}
