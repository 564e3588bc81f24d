package dev.chatstream.ui.chat;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.TextEditor;
import java.util.Optional;
import java.util.function.Consumer;

/// The row below the chat in which words are typed that are looked for, and that says which of how many places is
/// shown.
final class FindBar {

  private static final String NAME = " Find: ";

  private final Look look;
  private final ChatFind find;
  private final Consumer<Event> out;
  private final TextEditor field = new TextEditor();
  private boolean open;
  private boolean typing;

  FindBar(Look look, ChatFind find, Consumer<Event> out) {
    this.out = out;
    this.look = look;
    this.find = find;
    field.setWidth(Integer.MAX_VALUE);
  }

  /// How many rows it takes.
  int rows() {
    return open ? 1 : 0;
  }

  /// Whether keys go into it.
  boolean typing() {
    return typing;
  }

  /// What stands in it.
  String text() {
    return field.text().strip();
  }

  /// Opens it, and gives it the keys; when it is open, all chats are searched.
  void begin() {
    if (open) {
      out.accept(new Event.Chosen(new Choice.FindEverywhere(text())));
      return;
    }
    open = true;
    typing = true;
  }

  /// Shows words that were looked for elsewhere; the keys stay with the chat.
  void show(String words) {
    field.clear();
    field.insert(words);
    open = !words.isBlank();
    typing = false;
  }

  /// Closes it.
  void close() {
    field.clear();
    find.end();
    open = false;
    typing = false;
  }

  /// A key for the field, or of those that go from one place to the next, and out of the search.
  ///
  /// @return false for one that means nothing here: it may mean something elsewhere
  boolean take(Key key) {
    if (typing) {
      return type(key);
    }
    Motion motion = look.keys().motion(Context.CHAT, key).orElse(Motion.MENU);
    if (motion == Motion.FIND) {
      out.accept(new Event.ActionTriggered(Action.FIND));
    } else if (open && motion == Motion.BACK) {
      close();
    } else if (motion == Motion.NEXT_HIT || motion == Motion.PREVIOUS_HIT) {
      step(motion == Motion.NEXT_HIT ? 1 : -1);
    } else {
      return false;
    }
    return true;
  }

  private void step(int by) {
    if (open) {
      find.step(by);
    } else {
      out.accept(new Event.Said(Phrase.key(Action.FIND, "finds words in this chat.")));
    }
  }

  private boolean type(Key key) {
    Optional<Motion> motion = look.keys().motion(Context.INPUT, key);
    if (key.code() == KeyCode.ESCAPE) {
      close();
    } else if (key.code() == KeyCode.ENTER) {
      enter();
    } else if (key.typed() || key.code() == KeyCode.PASTE) {
      field.insert(key.text().replace('\n', ' '));
      find.typed(field.text());
    } else if (motion.filter(Motion.UP::equals).isPresent()) {
      find.step(-1);
    } else if (motion.filter(Motion.DOWN::equals).isPresent()) {
      find.step(1);
    } else {
      return motion.isPresent() && edit(motion.get());
    }
    return true;
  }

  private void enter() {
    if (text().isEmpty()) {
      close();
    }
    typing = false;
  }

  private boolean edit(Motion motion) {
    String before = field.text();
    boolean taken = motion != Motion.NEW_LINE && field.move(motion);
    if (!before.equals(field.text())) {
      find.typed(field.text());
    }
    return taken;
  }

  /// The column of the caret; negative when the keys are elsewhere.
  int caret(int width) {
    return typing ? Math.min(width - 1, NAME.length() + field.caretColumn()) : -1;
  }

  /// Paints it.
  void paint(RowPainter painter) {
    int at = painter.text(0, NAME, look.style(ThemeRole.ACCENT));
    String right = right();
    int end = Math.max(at, painter.width() - DisplayWidth.of(right));
    painter.text(at, Columns.left(field.text(), end - at), look.style(ThemeRole.INPUT));
    painter.text(end, right, look.style(ThemeRole.HINT));
  }

  private String right() {
    String dot = " " + look.glyphs().dot() + " ";
    String step = look.keys().shown(Context.CHAT, Motion.NEXT_HIT) + " "
        + look.keys().shown(Context.CHAT, Motion.PREVIOUS_HIT) + " go on";
    String keys = typing ? "Enter keeps" : step;
    String all = look.keys().shown(Action.FIND) + " all chats";
    String standing = find.standing();
    return "  " + (standing.isEmpty() ? "" : standing + dot) + keys + dot + all + " ";
  }
}
