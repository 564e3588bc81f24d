package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.task.Alike;
import dev.chatstream.core.task.Comparison;
import dev.chatstream.core.task.Excerpt;
import dev.chatstream.core.task.TaskDrafts;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.TextEditor;
import dev.chatstream.ui.widget.VirtualList;
import java.util.List;
import java.util.Optional;

/// The new rows of the screen that makes rows of a chat, one of which may be being written otherwise.
final class ToTasksRows {

  /// More of a row does not fit on any screen.
  private static final int SHOWN = 400;

  private static final int ROOMY = 60;

  private final Look look;
  private final VirtualList list = new VirtualList();
  private final TextEditor editor = new TextEditor();
  private TaskDrafts drafts = TaskDrafts.NONE;
  private boolean editing;
  private int editorTop;

  ToTasksRows(Look look) {
    this.look = look;
  }

  /// Other rows.
  void take(List<Excerpt> excerpts) {
    drafts = TaskDrafts.of(excerpts);
    editing = false;
    list.setRows(drafts.rows().size(), row -> true);
    list.select(0);
  }

  void compared(Comparison comparison) {
    drafts = drafts.with(comparison);
  }

  TaskDrafts drafts() {
    return drafts;
  }

  boolean editing() {
    return editing;
  }

  /// Takes the keys of the rows, or of the text of one.
  ///
  /// @return false when the key means nothing here
  boolean press(Key key) {
    return editing ? edit(key) : look.keys().motion(Context.TASKS, key).map(this::move).orElse(false);
  }

  private boolean move(Motion motion) {
    if (list.current() < 0) {
      return false;
    }
    switch (motion) {
      case TICK -> {
        drafts = drafts.flip(list.current());
        list.move(Motion.DOWN);
      }
      case TICK_ALL -> drafts = drafts.flipAll();
      case EDIT -> {
        editing = true;
        editorTop = 0;
        editor.set(drafts.rows().get(list.current()).text());
      }
      default -> {
        return list.move(motion);
      }
    }
    return true;
  }

  private boolean edit(Key key) {
    if (key.typed() || key.code() == KeyCode.PASTE) {
      editor.insert(key.text());
      return true;
    }
    if (look.keys().motion(Context.PICKER, key).filter(Motion.BACK::equals).isPresent()) {
      editing = false;
      return true;
    }
    Optional<Motion> motion = look.keys().motion(Context.INPUT, key);
    if (motion.filter(Motion.SEND::equals).isPresent()) {
      drafts = drafts.edit(list.current(), editor.text());
      editing = false;
      return true;
    }
    return motion.map(editor::move).orElse(false);
  }

  /// The column and row of the caret within its rows.
  int[] caret(int height) {
    scrollEditor(height);
    return new int[] {editor.caretColumn(), editor.caretLine() - editorTop};
  }

  private void scrollEditor(int height) {
    int top = Math.max(0, editor.caretLine() - height + 1);
    editorTop = Math.clamp(editorTop, top, Math.max(top, editor.caretLine()));
  }

  /// Paints a row of so many, from 0.
  ///
  /// @param first the number that the first new row gets; -1 when that is not known
  void paint(int row, int height, int column, int width, long first, boolean focused, RowPainter painter) {
    if (editing) {
      editor.setWidth(width);
      scrollEditor(height);
      int line = editorTop + row;
      painter.text(column, Columns.left(line < editor.lines() ? editor.line(line) : "", width),
          look.style(ThemeRole.INPUT));
      return;
    }
    list.setHeight(height);
    int index = list.top() + row;
    if (index >= drafts.rows().size()) {
      painter.text(column, Columns.left("", width), look.style(ThemeRole.DIALOG));
      return;
    }
    boolean current = focused && index == list.current();
    boolean ticked = drafts.ticked(index);
    CellStyle style = look.style(current ? ThemeRole.SELECTION : ticked ? ThemeRole.DIALOG : ThemeRole.DIM);
    String note = note(index);
    int noteWidth = note.isEmpty() ? 0 : Math.min(note.length() + 1, width / 2);
    String text = (current ? "> " : "  ") + (ticked ? "[x] " : "[ ] ") + number(index, ticked, first)
        + role(drafts.rows().get(index).excerpt().role(), width) + words(drafts.rows().get(index).text());
    int at = painter.text(column, fitted(text, width - noteWidth), style);
    painter.text(at, Columns.right(note, noteWidth), style);
  }

  private String fitted(String text, int width) {
    return Columns.left(Columns.cut(text, width, look.glyphs().more()), width);
  }

  private String number(int row, boolean ticked, long first) {
    String number = !ticked ? "-" : first < 0 ? "+" : String.valueOf(drafts.number(row, first));
    int widest = first < 0 ? 1 : String.valueOf(first + drafts.rows().size()).length();
    return Columns.right(number, widest) + "  ";
  }

  /// Only where both kinds stand among them.
  private String role(Role role, int width) {
    if (!drafts.mixed()) {
      return "";
    }
    return width < ROOMY
        ? (role == Role.USER ? "Q  " : "A  ")
        : Columns.left(role == Role.USER ? "question" : "answer", 10);
  }

  private static String words(String text) {
    String start = text.substring(0, Math.min(text.length(), SHOWN)).strip();
    return Sanitizer.line(start.replace('\n', ' '));
  }

  private String note(int row) {
    Optional<Alike> alike = drafts.comparison().of(row);
    if (alike.isEmpty()) {
      return "";
    }
    Alike like = alike.get();
    String which = like.index() == 0 ? "another one here" : String.valueOf(like.index());
    return like.exact()
        ? "same as " + which
        : "like " + which + " (0." + Math.clamp(Math.round(like.likeness() * 100), 10, 99) + ")";
  }
}
