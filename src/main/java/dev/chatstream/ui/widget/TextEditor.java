package dev.chatstream.ui.widget;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.keys.Motion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text being written, with its caret; moves by what people see as one character. It knows nothing of the screen but
/// the width it is wrapped to.
///
/// An edit costs the lines around it, however long the text is. A long piece can be folded: it stands in the text as
/// one character, on a line of its own. Offsets are those of the text with its folds; [#text()] has none.
public final class TextEditor {

  private final StringBuilder text = new StringBuilder();
  private final Folds folds = new Folds();
  private final LineTable lines = new LineTable(text, folds);
  private final Places places = new Places(text, folds);
  private final KillRing killed = new KillRing();
  private final UndoLog log = new UndoLog();
  private int caret;
  private int yanked = -1;

  /// Wraps to this width.
  public void setWidth(int columns) {
    int wanted = Math.max(1, columns);
    if (wanted != lines.width()) {
      lines.setWidth(wanted);
    }
  }

  /// All of the text, with what is folded in it.
  public String text() {
    return folds.unfolded(text);
  }

  /// True when there is none.
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// How many characters (UTF-16) stand in it; a fold counts as it is shown.
  public int length() {
    return text.length();
  }

  /// How many lines it takes on the screen.
  public int lines() {
    return lines.lines();
  }

  /// A line as it stands on the screen.
  public String line(int number) {
    int start = lines.start(number);
    int end = lines.end(number);
    boolean lineEnd = end > start && text.charAt(end - 1) == '\n';
    return shown(start, lineEnd ? end - 1 : end);
  }

  /// True when this line is a fold.
  public boolean isFold(int number) {
    return folds.at(text, lines.start(number));
  }

  /// The line of the caret. Before a fold in the middle of a line it is the line that the fold ends.
  public int caretLine() {
    int line = lines.lineAt(caret);
    boolean within = caret > 0 && text.charAt(caret - 1) != '\n' && !folds.at(text, caret - Folds.LENGTH);
    return within && folds.at(text, caret) && lines.start(line) == caret ? line - 1 : line;
  }

  /// The column of the caret, from 0 to the width.
  public int caretColumn() {
    return Math.min(lines.width(), DisplayWidth.of(shown(lines.start(caretLine()), caret)));
  }

  /// A tab stands as one space: where it goes to depends on what it is pasted into.
  private String shown(int from, int to) {
    if (to > from && folds.at(text, from)) {
      return folds.label(text, from);
    }
    return text.substring(from, to).replace('\t', ' ');
  }

  /// Replaces everything; the caret goes to the end. It can be undone.
  public void set(String newText) {
    pause();
    edit(0, text.length(), clean(newText));
    pause();
  }

  /// The same, and nothing that was before can be undone.
  public void begin(String newText) {
    text.setLength(0);
    folds.clear();
    log.clear();
    lines.setWidth(lines.width());
    caret = 0;
    edit(0, 0, clean(newText));
    log.clear();
    pause();
  }

  /// Empties it; what it held can be undone, and brought back.
  public void clear() {
    if (!text.isEmpty()) {
      killed.pause();
      killed.kill(text.toString(), true);
    }
    set("");
  }

  /// Puts text at the caret, as it came but for controls: a person writes text, and no key is a control.
  public void insert(String piece) {
    killed.pause();
    yanked = -1;
    edit(caret, caret, clean(piece));
  }

  /// Puts text at the caret, folded when it is long.
  public void paste(String piece) {
    pause();
    String clean = clean(piece);
    edit(caret, caret, Folds.worth(clean) ? folds.fold(clean) : clean);
    pause();
  }

  /// Puts text before all that is there, on lines of its own, folded when it is long; the caret stays where it was.
  public void putBefore(String piece) {
    pause();
    String clean = clean(piece);
    String shown = Folds.worth(clean) ? folds.fold(clean) : clean;
    String whole = text.isEmpty() ? shown : shown + "\n";
    int after = caret + whole.length();
    edit(0, 0, whole);
    pause();
    caret = after;
  }

  /// Puts the caret before everything.
  public void toStart() {
    pause();
    to(0);
  }

  /// Puts the caret where this is found next.
  ///
  /// @param past whether one that begins at the caret doesn't count
  /// @return false when it is not found from there on
  public boolean toNext(Pattern wanted, boolean past) {
    Matcher found = wanted.matcher(text);
    pause();
    return found.find(Math.min(text.length(), past ? caret + 1 : caret)) && to(found.start());
  }

  /// Puts the caret where this is found first.
  public boolean toFirst(Pattern wanted) {
    toStart();
    return toNext(wanted, false);
  }

  /// Deletes what of this begins at the caret.
  public void deleteHere(Pattern wanted) {
    Matcher found = wanted.matcher(text).region(caret, text.length());
    if (found.lookingAt()) {
      pause();
      edit(caret, found.end(), "");
    }
  }

  /// How many characters were looked at to break lines, ever: what edits cost.
  long broken() {
    return lines.broken();
  }

  /// Does what this motion means to a text.
  ///
  /// @return false when it means nothing, as `UP` in the first line
  public boolean move(Motion motion) {
    int yankedBefore = yanked;
    yanked = -1;
    if (!kills(motion)) {
      killed.pause();
    }
    return switch (motion) {
      case LEFT -> to(places.before(caret));
      case RIGHT -> to(places.after(caret));
      case WORD_LEFT -> to(places.wordStart(caret));
      case WORD_RIGHT -> to(places.wordEnd(caret));
      case LINE_START -> to(lines.start(caretLine()));
      case LINE_END -> to(lineEnd());
      case UP -> vertical(-1);
      case DOWN -> vertical(1);
      case DELETE_BACK -> edit(places.before(caret), caret, "");
      case DELETE_AHEAD -> edit(caret, places.after(caret), "");
      case DELETE_WORD_BACK -> kill(places.wordStart(caret), caret, true);
      case DELETE_WORD_AHEAD -> kill(caret, places.wordEnd(caret), false);
      case DELETE_TO_START -> kill(lines.start(caretLine()), caret, true);
      case DELETE_TO_END -> kill(caret, lineEnd(), false);
      case YANK -> yank();
      case YANK_EARLIER -> yankedBefore < 0 ? yank() : yankEarlier(yankedBefore);
      case NEW_LINE -> edit(caret, caret, "\n");
      case UNDO -> undo();
      case REDO -> redo();
      case UNFOLD -> unfold();
      default -> false;
    };
  }

  /// True when there is a change to take back.
  public boolean canUndo() {
    return log.canUndo();
  }

  private static boolean kills(Motion motion) {
    return switch (motion) {
      case DELETE_WORD_BACK, DELETE_WORD_AHEAD, DELETE_TO_START, DELETE_TO_END -> true;
      default -> false;
    };
  }

  /// Opens the fold before or after the caret.
  private boolean unfold() {
    int fold = folds.at(text, caret) ? caret : caret - Folds.LENGTH;
    if (!folds.at(text, fold)) {
      return false;
    }
    pause();
    String content = folds.content(text, fold);
    edit(fold, fold + Folds.LENGTH, content);
    pause();
    return to(fold);
  }

  /// True when a fold stands before or after the caret.
  public boolean atFold() {
    return folds.at(text, caret) || folds.at(text, caret - Folds.LENGTH);
  }

  private boolean undo() {
    return log.undo().map(change -> {
      replace(change.at(), change.at() + change.inserted().length(), change.removed());
      return to(change.caret());
    }).orElse(false);
  }

  private boolean redo() {
    return log.redo().map(change -> {
      replace(change.at(), change.at() + change.removed().length(), change.inserted());
      return to(change.at() + change.inserted().length());
    }).orElse(false);
  }

  private boolean yank() {
    return !killed.isEmpty() && yanked(killed.newest());
  }

  private boolean yankEarlier(int from) {
    pause();
    edit(from, caret, "");
    return yanked(killed.earlier());
  }

  private boolean yanked(String piece) {
    pause();
    yanked = caret;
    edit(caret, caret, piece);
    log.pause();
    return true;
  }

  private boolean to(int place) {
    log.pause();
    caret = Math.clamp(place, 0, text.length());
    return true;
  }

  private boolean vertical(int by) {
    int line = caretLine() + by;
    if (line < 0 || line >= lines()) {
      return false;
    }
    int start = lines.start(line);
    if (folds.at(text, start)) {
      return to(by > 0 && start == caret ? start + Folds.LENGTH : start);
    }
    return to(start + DisplayWidth.end(line(line), caretColumn()));
  }

  /// Before the spaces at which the line was broken: behind them the caret would stand in the next line.
  private int lineEnd() {
    int line = caretLine();
    int start = lines.start(line);
    int end = lines.end(line);
    if (folds.at(text, start)) {
      return start + Folds.LENGTH;
    }
    if (line + 1 == lines()) {
      return end;
    }
    if (text.charAt(end - 1) == '\n') {
      return end - 1;
    }
    while (end > start && text.charAt(end - 1) == ' ' && !folds.at(text, end)) {
      end--;
    }
    return end;
  }

  private boolean kill(int from, int to, boolean before) {
    if (from < to) {
      killed.kill(text.substring(from, to), before);
    }
    return edit(from, to, "");
  }

  private void pause() {
    log.pause();
    killed.pause();
    yanked = -1;
  }

  private boolean edit(int from, int to, String piece) {
    int end = Math.max(from, to);
    if (from < end || !piece.isEmpty()) {
      log.add(new UndoLog.Change(from, text.substring(from, end), piece, caret));
      replace(from, end, piece);
      caret = from + piece.length();
    }
    return true;
  }

  private void replace(int from, int to, String piece) {
    text.replace(from, to, piece);
    lines.edited(from, to - from, piece.length());
  }

  private String clean(String piece) {
    StringBuilder kept = new StringBuilder(piece.length());
    String lineFeeds = piece.replace("\r\n", "\n").replace('\r', '\n');
    lineFeeds.codePoints()
        .filter(code -> code == '\n' || code == '\t' || !Character.isISOControl(code))
        .forEach(kept::appendCodePoint);
    return folds.withoutFolds(kept.toString());
  }
}
