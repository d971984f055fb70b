package tillbook.desktop.diagnosis.screen;

import tillbook.desktop.checkout.screen.Tone;

/** The answer to "where is the money?" or "where is the voucher?". Immutable. */
record Where(Tone tone, String question, String answer, String more) {}
