package dev.chatstream.ui.markdown;

import dev.chatstream.ui.theme.Glyphs;

/// What Markdown is laid out for.
///
/// @param width columns of a line; at least 1
/// @param glyphs the signs to draw with
/// @param wraps whether code and tables that are too wide are broken; else they go on beyond the page
public record Page(int width, Glyphs glyphs, boolean wraps) {

  /// Text narrower than this is no text: deeper nesting is no longer indented.
  static final int NARROWEST = 12;

  /// A page on which everything fits.
  public Page(int width, Glyphs glyphs) {
    this(width, glyphs, true);
  }

  /// Whether text comes out the same on both.
  boolean sameAs(Page other) {
    return width == other.width && glyphs == other.glyphs && wraps == other.wraps;
  }

  /// A page that is so much narrower.
  Page without(int columns) {
    return new Page(Math.max(1, width - columns), glyphs, wraps);
  }
}
