package dev.chatstream.ui.widget;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Graphemes;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.WrappedText;

/// Text being written, with its caret; moves by what people see as one character. It knows nothing of the screen but
/// the width it is wrapped to.
public final class TextEditor {

  private final StringBuilder text = new StringBuilder();
  private WrappedText wrapped = new WrappedText(1);
  private int width = 1;
  private int caret;
  private String killed = "";

  /// Wraps to this width.
  public void setWidth(int columns) {
    if (columns != width) {
      width = Math.max(1, columns);
      wrapped = WrappedText.of(text.toString(), width);
    }
  }

  /// All of the text.
  public String text() {
    return text.toString();
  }

  /// True when there is none.
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// How many lines it takes on the screen.
  public int lines() {
    return wrapped.lines();
  }

  /// A line as it stands on the screen.
  public String line(int number) {
    return shown(wrapped.line(number));
  }

  /// The line of the caret.
  public int caretLine() {
    return wrapped.lineAt(caret);
  }

  /// The column of the caret, from 0 to the width.
  public int caretColumn() {
    int start = wrapped.start(caretLine());
    return Math.min(width, DisplayWidth.of(shown(text.substring(start, caret))));
  }

  /// A tab stands as one space: where it goes to depends on what it is pasted into.
  private static String shown(String line) {
    return line.replace('\t', ' ');
  }

  /// Replaces everything; the caret goes to the end.
  public void set(String newText) {
    text.setLength(0);
    caret = 0;
    rewrap();
    insert(newText);
  }

  /// Empties it; what it held can be brought back.
  public void clear() {
    killed = text.toString();
    set("");
  }

  /// Puts text at the caret, as it came but for controls: a person writes text, and no key is a control.
  public void insert(String piece) {
    String harmless = withoutControls(piece);
    boolean atEnd = caret == text.length();
    text.insert(caret, harmless);
    caret += harmless.length();
    if (atEnd) {
      // Typing at the end costs the last line only.
      wrapped.append(harmless);
    } else {
      rewrap();
    }
  }

  /// Does what this motion means to a text.
  ///
  /// @return false when it means nothing, as `UP` in the first line
  public boolean move(Motion motion) {
    return switch (motion) {
      case LEFT -> to(before());
      case RIGHT -> to(after());
      case WORD_LEFT -> to(wordStart());
      case WORD_RIGHT -> to(wordEnd());
      case LINE_START -> to(wrapped.start(caretLine()));
      case LINE_END -> to(lineEnd());
      case UP -> vertical(-1);
      case DOWN -> vertical(1);
      case DELETE_BACK -> delete(before(), caret);
      case DELETE_AHEAD -> delete(caret, after());
      case DELETE_WORD_BACK -> kill(wordStart(), caret);
      case DELETE_WORD_AHEAD -> kill(caret, wordEnd());
      case DELETE_TO_START -> kill(wrapped.start(caretLine()), caret);
      case DELETE_TO_END -> kill(caret, lineEnd());
      case YANK -> yank();
      case NEW_LINE -> typed("\n");
      default -> false;
    };
  }

  private static String withoutControls(String piece) {
    StringBuilder kept = new StringBuilder(piece.length());
    String lines = piece.replace("\r\n", "\n").replace('\r', '\n');
    lines.codePoints()
        .filter(code -> code == '\n' || code == '\t' || !Character.isISOControl(code))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private boolean typed(String piece) {
    insert(piece);
    return true;
  }

  private boolean yank() {
    return !killed.isEmpty() && typed(killed);
  }

  private boolean to(int place) {
    caret = Math.clamp(place, 0, text.length());
    return true;
  }

  private boolean vertical(int by) {
    int line = caretLine() + by;
    if (line < 0 || line >= lines()) {
      return false;
    }
    String shown = wrapped.line(line);
    return to(wrapped.start(line) + DisplayWidth.end(shown, caretColumn()));
  }

  /// Before the spaces at which the line was broken: behind them the caret would stand in the next line.
  private int lineEnd() {
    int line = caretLine();
    String shown = wrapped.line(line);
    boolean broken = line + 1 < lines() && text.charAt(wrapped.end(line) - 1) != '\n';
    return wrapped.start(line) + (broken ? shown.stripTrailing() : shown).length();
  }

  private int before() {
    return caret == 0 ? 0 : Graphemes.previous(text, caret);
  }

  private int after() {
    return caret == text.length() ? caret : Graphemes.next(text, caret);
  }

  private int wordStart() {
    int at = caret;
    while (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int wordEnd() {
    int at = caret;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean kill(int from, int to) {
    if (from < to) {
      killed = text.substring(from, to);
    }
    return delete(from, to);
  }

  private boolean delete(int from, int to) {
    if (from < to) {
      text.delete(from, to);
      caret = from;
      rewrap();
    }
    return true;
  }

  private void rewrap() {
    wrapped = WrappedText.of(text.toString(), width);
  }
}
