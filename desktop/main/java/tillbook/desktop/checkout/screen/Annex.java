package tillbook.desktop.checkout.screen;

import javafx.scene.Node;

/**
 * What another room puts into the checkout's window. Owned by the drawing thread.
 *
 * @param band over everything, across the window
 * @param below under the lines; takes its own height from theirs
 */
public record Annex(Node band, Node below) {}
