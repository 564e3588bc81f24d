package dev.chatstream.ui.chat;

import dev.chatstream.ui.widget.TextEditor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The blanks of a template that was put into the input, such as `{{language}}`: one goes from one to the next, and
/// what
/// is typed there takes its place. A text that came from no template has none, whatever braces it holds.
final class Blanks {

  private static final Pattern BLANK = Pattern.compile("\\{\\{[^{}\\n]{1,60}}}");

  private final TextEditor editor;
  private boolean template;
  private boolean onBlank;
  private boolean asked;

  Blanks(TextEditor editor) {
    this.editor = editor;
  }

  /// A template is in the input.
  void begin() {
    template = true;
    asked = false;
    editor.toStart();
    next();
  }

  /// What is in the input is no template any more.
  void end() {
    template = false;
    onBlank = false;
  }

  /// Goes to the next blank, after the last one to the first.
  ///
  /// @return false when there is none
  boolean next() {
    onBlank = template && (editor.toNext(BLANK, onBlank) || editor.toFirst(BLANK));
    return onBlank;
  }

  /// True while one is on a blank.
  boolean there() {
    return onBlank;
  }

  /// The caret was moved, or something else was done.
  void leave() {
    onBlank = false;
  }

  /// Something is about to be typed: the blank that one is on makes room.
  void fill() {
    if (onBlank) {
      editor.deleteHere(BLANK);
    }
    leave();
  }

  /// A blank that is about to be sent, the first time somebody tries.
  Optional<String> forgotten() {
    Matcher matcher = BLANK.matcher(editor.text());
    if (!template || asked || !matcher.find()) {
      return Optional.empty();
    }
    asked = true;
    return Optional.of(matcher.group());
  }
}
