package dev.chatstream.ui.chat;

import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;

/// One message as it stands in the transcript: a heading, its text, a blank line.
final class Block {

  /// The text's distance from the window's left edge.
  static final int INDENT = 2;

  private final String name;
  private final ThemeRole nameRole;
  private final ThemeRole textRole;
  private final WrappedText text;
  private String note;

  /// @param name who said it
  /// @param note what stands at the right of the heading
  Block(String name, ThemeRole nameRole, ThemeRole textRole, String note, WrappedText text) {
    this.name = name;
    this.nameRole = nameRole;
    this.textRole = textRole;
    this.note = note;
    this.text = text;
  }

  String name() {
    return name;
  }

  ThemeRole nameRole() {
    return nameRole;
  }

  ThemeRole textRole() {
    return textRole;
  }

  String note() {
    return note;
  }

  void setNote(String newNote) {
    note = newNote;
  }

  WrappedText text() {
    return text;
  }

  /// Rows it takes: the heading, the text when there is any, and the blank line after it.
  int rows() {
    return text.length() == 0 ? 2 : text.lines() + 2;
  }
}
