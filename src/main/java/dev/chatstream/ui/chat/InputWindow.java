package dev.chatstream.ui.chat;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.Writing;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.TextEditor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the person writes: a rule, and below it one or more rows of text.
public final class InputWindow extends PanelWindow {

  private static final String PROMPT = " > ";
  private static final String REST = "   ";

  /// Columns at the right of what waits.
  private static final int QUEUE_LEAVES = 18;

  /// Characters; no model takes as many.
  private static final int LARGEST_PASTE = 8 * 1024 * 1024;

  private final Look look;
  private final ChatWindow chat;
  private final Consumer<Event> out;
  private final TextEditor editor = new TextEditor();
  private AppState state;
  private final Blanks blanks = new Blanks(editor);
  private final EarlierPrompts earlier = new EarlierPrompts();
  /// What was written when another text was swapped in.
  private String swappedOut = "";
  private boolean swapped;
  private int firstLine;
  private int below;
  private boolean actionIsNewer;

  /// An empty input.
  ///
  /// @param chat the window that scrolls when the caret can't go further
  public InputWindow(Look look, ChatWindow chat, AppState state, Consumer<Event> out) {
    super("Message");
    this.look = look;
    this.chat = chat;
    this.state = state;
    this.out = out;
  }

  /// Shows this state.
  public void show(AppState newState) {
    boolean differs = state.focus() != newState.focus()
        || below != rowsBelow()
        || state.chat().steering() != newState.chat().steering();
    String undoable = newState.library().undoFile();
    if (!undoable.equals(state.library().undoFile())) {
      actionIsNewer = !undoable.isEmpty();
    }
    boolean queueDiffers = !state.chat().queued().equals(newState.chat().queued());
    AppState before = state;
    state = newState;
    boolean otherChat = !before.chat().chat().id().equals(newState.chat().chat().id());
    if (swapped && otherChat && newState.chat().steering().replacing().isEmpty()) {
      editor.putBefore(takeSwappedOut());
      changed();
    }
    below = rowsBelow();
    followChat(before);
    if (differs || queueDiffers) {
      markDirty(0, 1);
    }
  }

  /// How many rows the text needs at this width of the window.
  public int rowsNeeded(int width) {
    editor.setWidth(Math.max(1, width - PROMPT.length() - 1));
    return editor.lines();
  }

  /// True when nothing is written.
  public boolean isEmpty() {
    return editor.isEmpty();
  }

  /// What is written.
  public String text() {
    return editor.text();
  }

  /// What was written and was not sent, in the order in which it was: that which a swap put aside counts.
  public String unsent() {
    return swappedOut.isEmpty() ? editor.text() : swappedOut + "\n" + editor.text();
  }

  /// Puts text before what is written.
  public void put(String text) {
    editor.putBefore(text);
    changed();
  }

  /// Puts text in the place of what is written.
  public void replace(String text) {
    editor.set(text);
    changed();
  }

  /// Puts this text in the place of what is written, until it is given back.
  public void swap(String text) {
    swappedOut = swapped ? swappedOut : editor.text();
    swapped = true;
    replace(text);
  }

  /// Puts back what was written before.
  public void giveBack() {
    replace(takeSwappedOut());
  }

  private String takeSwappedOut() {
    String text = swappedOut;
    swappedOut = "";
    swapped = false;
    return text;
  }

  /// Puts a template in the place of what is written, with the caret on its first blank.
  public void beginTemplate(String text) {
    replace(text);
    blanks.begin();
  }

  /// Types text at the caret.
  public void insert(String text) {
    blanks.fill();
    editor.insert(text);
    actionIsNewer = false;
    markDirty();
  }

  /// Empties it; the text can be brought back.
  public void clear() {
    editor.clear();
    changed();
  }

  /// These were asked before, the last one last.
  public void setPrompts(List<String> prompts) {
    earlier.know(prompts);
  }

  /// Empties it: what is written was taken.
  public void taken() {
    earlier.add(editor.text());
    editor.begin("");
    blanks.end();
    changed();
  }

  /// True when what was done last, of all that can be undone, was done to the text.
  public boolean undoes() {
    return editor.canUndo() && !actionIsNewer;
  }

  @Override
  public boolean press(Key key) {
    if (key.typed()) {
      insert(key.text());
      return true;
    }
    if (key.code() == KeyCode.PASTE) {
      paste(key.text());
      return true;
    }
    if (look.keys().action(key).filter(Action.NEXT_PANEL::equals).isPresent() && blanks.next()) {
      markDirty();
      return true;
    }
    Optional<Motion> motion = look.keys().motion(Context.INPUT, key);
    return motion.isPresent() && press(motion.get());
  }

  /// Puts text at the caret, folded when it is long.
  private void paste(String text) {
    if (text.length() > LARGEST_PASTE) {
      String size = Words.bytes(text.length());
      out.accept(new Event.Warned("Nothing was pasted: " + size + " is more than a question can take (8 MB)."));
      return;
    }
    blanks.fill();
    editor.paste(text);
    changed();
  }

  private void changed() {
    earlier.rest();
    actionIsNewer = false;
    markDirty();
  }

  /// Does what this motion means here.
  ///
  /// @return false when it means nothing
  public boolean press(Motion motion) {
    blanks.leave();
    switch (motion) {
      case SEND -> send();
      case MENU -> out.accept(new Event.MenuOpened());
      case EARLIER -> {
        if (editor.isEmpty() && earlier.atRest() && !state.chat().queued().isEmpty()) {
          out.accept(new Writing.QueuedWanted());
        } else {
          recall(1);
        }
      }
      case LATER -> recall(-1);
      case REDO -> {
        if (!editor.move(motion)) {
          out.accept(new Event.Said("There is nothing to redo."));
        }
      }
      case PAGE_UP, PAGE_DOWN, SCROLL_UP, SCROLL_DOWN, FIRST, LAST -> chat.move(motion);
      case UP, DOWN -> {
        if (!editor.move(motion)) {
          chat.move(motion);
        }
      }
      case LINE_END -> {
        if (editor.isEmpty()) {
          chat.move(Motion.LAST);
        }
        editor.move(motion);
      }
      default -> {
        if (!editor.move(motion)) {
          return false;
        }
      }
    }
    markDirty();
    return true;
  }

  private void send() {
    Optional<String> forgotten = blanks.forgotten();
    if (forgotten.isPresent()) {
      blanks.next();
      out.accept(new Event.Said(forgotten.get() + " is still blank. " + key(Motion.SEND) + " again sends it so."));
    } else {
      if (state.chat().turn().isEmpty() && !editor.isEmpty()) {
        chat.move(Motion.LAST); // Whoever asks wants to see the question and its answer.
      }
      out.accept(new Event.PromptSubmitted(editor.text()));
    }
  }

  private void recall(int by) {
    earlier.move(by, this::ownPrompts, editor::text).ifPresent(editor::set);
  }

  private List<String> ownPrompts() {
    return state.chat().chat().conversation().stream()
        .filter(message -> message.role() == Role.USER)
        .map(Message::content)
        .toList();
  }

  /// What is written belongs to its chat: it waits there when another one is opened, and what was written in that one
  /// comes back. With a chat that is new, or goes on from the same messages, it comes along.
  private void followChat(AppState before) {
    Chat from = before.chat().chat();
    Chat to = state.chat().chat();
    if (from.id().equals(to.id()) || to.conversation().isEmpty()) {
      return;
    }
    boolean goesOn = from.conversation().isEmpty()
        || from.conversation().getFirst().id().equals(to.conversation().getFirst().id());
    if (!goesOn && !editor.isEmpty()) {
      out.accept(new Event.Wanted(new WritingCommand.KeepUnsent(from.id(), editor.text())));
      editor.begin("");
      changed();
    }
    out.accept(new Event.Wanted(new WritingCommand.TakeUnsent(to.id())));
  }

  @Override
  public TerminalPosition cursor() {
    int column = PROMPT.length() + editor.caretColumn();
    int row = 1 + editor.caretLine() - firstLine;
    return new TerminalPosition(Math.min(column, width() - 1), Math.min(row, height() - 1));
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    if (row == 0) {
      reveal();
      paintRule(painter);
      return;
    }
    int line = firstLine + row - 1;
    int at = painter.text(0, line == 0 ? PROMPT : REST, look.style(ThemeRole.ACCENT));
    if (line < editor.lines()) {
      ThemeRole role = editor.isFold(line) ? ThemeRole.DIM : ThemeRole.INPUT;
      at = painter.text(at, editor.line(line), look.style(role));
    }
    painter.fill(at, look.style(ThemeRole.INPUT));
  }

  private void reveal() {
    int rows = Math.max(1, height() - 1);
    int caret = editor.caretLine();
    firstLine = Math.clamp(firstLine, Math.max(0, caret - rows + 1), caret);
    firstLine = Math.min(firstLine, Math.max(0, editor.lines() - rows));
  }

  private void paintRule(RowPainter painter) {
    boolean focused = state.focus() == Panel.INPUT;
    String line = look.glyphs().horizontal();
    int at = painter.text(0, line, look.style(ThemeRole.RULE));
    String name = ReplacedWords.of(state).orElse("Message");
    String shown = Columns.cut(focused ? "[" + name + "]" : " " + name + " ", Math.max(1, painter.width() - 2));
    at = painter.text(at, shown, look.style(focused ? ThemeRole.FOCUS : ThemeRole.RULE));
    at = paintQueue(painter, at);
    String right = below > 0
        ? " " + Words.count(below, "line") + " below " + look.glyphs().dot() + " " + key(Motion.LINE_END) + " "
        : ReplacedWords.of(state).isPresent()
            ? " " + key(Motion.MENU) + " gives it up "
            : " " + hint() + " ";
    int gap = painter.width() - at - DisplayWidth.of(right) - 1;
    if (gap > 0) {
      at = painter.text(at, look.glyphs().line(gap), look.style(ThemeRole.RULE));
      at = painter.text(at, right, look.style(below > 0 ? ThemeRole.TITLE : ThemeRole.HINT));
    }
    painter.text(at, look.glyphs().line(painter.width() - at), look.style(ThemeRole.RULE));
  }

  /// How many questions wait, how one gets at them, and what the last one is as far as there is room.
  private int paintQueue(RowPainter painter, int at) {
    List<String> queued = state.chat().queued();
    if (queued.isEmpty()) {
      return at;
    }
    int room = painter.width() - at - QUEUE_LEAVES;
    String dot = look.glyphs().dot();
    String sends = state.chat().turn().isPresent() ? "" : dot + " " + key(Motion.SEND) + " sends ";
    String words = " " + queued.size() + " queued " + sends + dot + " " + key(Motion.EARLIER)
        + " takes back: " + queued.getLast().strip();
    return painter.text(at, Columns.cut(words, Math.max(0, room), look.glyphs().more()) + " ",
        look.style(ThemeRole.TITLE));
  }

  private String hint() {
    if (blanks.there()) {
      return look.keys().shown(Action.NEXT_PANEL) + " next blank";
    }
    return editor.atFold()
        ? key(Motion.UNFOLD) + " opens the paste"
        : key(Motion.NEW_LINE) + " new line";
  }

  private String key(Motion motion) {
    return look.keys().shown(Context.INPUT, motion);
  }

  private int rowsBelow() {
    return chat.following() ? 0 : chat.rowsBelow();
  }
}
