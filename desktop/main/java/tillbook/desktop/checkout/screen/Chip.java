package tillbook.desktop.checkout.screen;

/** Something in the tray at the bottom. Immutable as far as its action is. */
record Chip(String id, Tone tone, String mark, String label, Runnable action) {}
