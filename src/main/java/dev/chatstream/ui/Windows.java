package dev.chatstream.ui;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Panel;
import dev.chatstream.term.ColourDepth;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.ui.chat.ChatWindow;
import dev.chatstream.ui.chat.InputWindow;
import dev.chatstream.ui.chat.StatusWindow;
import dev.chatstream.ui.dialog.DialogWindow;
import dev.chatstream.ui.dialog.Dialogs;
import dev.chatstream.ui.gui.KeyInput;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.WindowGui;
import dev.chatstream.ui.keys.Keymap;
import dev.chatstream.ui.lists.TableWindow;
import dev.chatstream.ui.lists.TaskListWindow;
import dev.chatstream.ui.logs.LogWindow;
import dev.chatstream.ui.theme.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// All windows of the screen: laid out for its size, kept like the state, and given the keys. UI thread only.
public final class Windows {

  private final WindowGui gui;
  private final Look look;
  private final Dialogs dialogs;
  private final KeyDispatch keys;
  private final ChatWindow chat;
  private final InputWindow input;
  private final StatusWindow status;
  private final TaskListWindow lists;
  private final TableWindow table;
  private final LogWindow log;
  private final TooSmallWindow tooSmall;
  private final Map<Dialog, DialogWindow> open = new LinkedHashMap<>();
  private AppState state;
  private Layout layout;

  /// Shows this state on this screen.
  ///
  /// @param out where the windows tell what the person does
  public Windows(DiffScreen screen, Look look, Dialogs dialogs, AppState state, Consumer<Event> out) {
    this.gui = new WindowGui(screen);
    this.look = look;
    look.setPreferences(state.personal().preferences());
    this.dialogs = dialogs;
    this.state = state;
    this.chat = new ChatWindow(look, state, out);
    this.input = new InputWindow(look, chat, state, out);
    this.status = new StatusWindow(look, state);
    this.lists = new TaskListWindow(look, state, out);
    this.table = new TableWindow(look, state, out);
    this.log = new LogWindow(look, state, out);
    this.tooSmall = new TooSmallWindow(look);
    this.keys = new KeyDispatch(look, input, chat, out);
    List.of(chat, status, lists, table, log, input, tooSmall).forEach(gui::addWindow);
    layOut();
    chat.layoutText();
    focus();
  }

  /// Shows this state; paints nothing yet. Costs nothing when it is shown already.
  public void show(AppState newState) {
    if (newState == state) {
      return;
    }
    AppState before = state;
    state = newState;
    takePreferences(before);
    chat.show(newState);
    input.show(newState);
    lists.show(newState);
    table.show(newState);
    log.show(newState);
    status.show(newState, log.typing() || chat.typing() || table.typing() || lists.typing());
    tooSmall.show(newState);
    showDialogs(before);
    layOut();
    focus();
  }

  private void takePreferences(AppState before) {
    Preferences now = state.personal().preferences();
    if (now != before.personal().preferences()) {
      look.setPreferences(now);
      chat.preferencesChanged(before.personal().preferences());
    }
  }

  /// Gives a key to the window in front.
  public void press(Key key) {
    if (!meantForMenu(key)) {
      keys.press(key, state, front());
    } else if (!front().handleInput(new KeyInput(key))) {
      AppState without = state.without(Dialog.KeyMenu.class);
      keys.press(key, without, front(without));
    }
    input.show(state);
    layOut();
  }

  /// Whether the key menu takes this key. What it does not want closes it, and means what it means without it.
  private boolean meantForMenu(Key key) {
    boolean open = state.dialog().filter(Dialog.KeyMenu.class::isInstance).isPresent() && !tooSmall.isVisible();
    return open && key.code().compareTo(KeyCode.WHEEL_UP) < 0;
  }

  /// What is written in the input.
  public String written() {
    return input.text();
  }

  /// What is written in the input, and what was put aside there.
  public String unsent() {
    return input.unsent();
  }

  /// Takes what the log says.
  public void take(Event.FromLog event) {
    log.take(event);
    open.values().forEach(window -> window.take(event));
  }

  /// Does what only windows can do.
  public void run(WindowCommand command) {
    switch (command) {
      case WindowCommand.PutInput put -> input.put(put.text());
      case WindowCommand.SwapInput swap -> input.swap(swap.text());
      case WindowCommand.GiveInputBack back -> input.giveBack();
      case WindowCommand.ReplaceInput replace -> input.replace(replace.text());
      case WindowCommand.ClearInput clear -> input.taken();
      case WindowCommand.KnowPrompts known -> input.setPrompts(known.prompts());
      case WindowCommand.BeginTemplate template -> input.beginTemplate(template.text());
      case WindowCommand.ShowLog show -> log.open(show.path());
      case WindowCommand.FoldThinking fold -> chat.fold();
      case WindowCommand.FindHere find -> chat.find();
      case WindowCommand.ShowMessage show -> chat.show(show.message(), show.words());
      default -> throw new IllegalArgumentException("not for the windows: " + command);
    }
    layOut();
  }

  /// Goes by these keys from now on.
  public void setKeys(Keymap keys) {
    look.setKeys(keys);
    gui.layoutChanged();
  }

  /// Draws with so many colours, in this theme, from now on.
  public void setColours(ColourDepth depth, Theme theme) {
    gui.getScreen().setDepth(depth);
    look.setTheme(theme);
    redraw();
  }

  /// Draws with this theme from now on.
  public void setTheme(Theme theme) {
    look.setTheme(theme);
    gui.layoutChanged();
  }

  /// Shows less, as over a slow line, or everything.
  ///
  /// @param words what the status line says of it
  public void setLine(boolean slow, String words) {
    boolean same = look.slow() == slow;
    look.setLine(slow, words);
    if (!same) {
      gui.layoutChanged();
    }
  }

  /// The terminal has another size.
  public void resize(int columns, int rows) {
    gui.resize(columns, rows);
    layOut();
  }

  /// Draws everything anew, whatever the terminal shows.
  public void redraw() {
    gui.getScreen().repaint();
    gui.layoutChanged();
  }

  /// Paints what changed into the screen.
  public void paint() {
    gui.updateScreen();
  }

  private PanelWindow front() {
    return front(state);
  }

  private PanelWindow front(AppState of) {
    if (tooSmall.isVisible()) {
      return tooSmall;
    }
    if (!of.dialogs().isEmpty()) {
      return open.get(of.dialogs().getLast());
    }
    return switch (of.focus()) {
      case INPUT -> input;
      case CHAT -> chat;
      case LISTS -> state.table().open() ? table : lists;
      case LOG -> log;
    };
  }

  private void focus() {
    gui.setActiveWindow(front());
  }

  private void showDialogs(AppState before) {
    if (!before.dialogs().equals(state.dialogs())) {
      open.entrySet().removeIf(entry -> {
        boolean gone = !state.dialogs().contains(entry.getKey());
        if (gone) {
          gui.removeWindow(entry.getValue());
        }
        return gone;
      });
      for (Dialog dialog : state.dialogs()) {
        open.computeIfAbsent(dialog, wanted -> {
          DialogWindow window = dialogs.window(wanted, state);
          gui.addWindow(window);
          return window;
        });
      }
    }
    open.forEach((dialog, window) -> {
      window.show(state);
      // Only the one in front: edges of several would be a maze.
      window.setVisible(dialog.equals(state.dialogs().getLast()));
    });
  }

  private void layOut() {
    int columns = gui.getScreen().columns();
    int rows = gui.getScreen().rows();
    boolean small = columns < Layout.LEAST_COLUMNS || rows < Layout.LEAST_ROWS;
    tooSmall.setVisible(small);
    tooSmall.place(0, 0, columns, rows);
    if (small) {
      focus();
      return;
    }
    Layout first = Layout.of(columns, rows, state.focus(), state.zoomed(), state.personal().share(), 1,
        look.widestText());
    int inputWidth = first.input().shown() ? first.input().width() : columns;
    Layout wanted = Layout.of(
        columns, rows, state.focus(), state.zoomed(), state.personal().share(), input.rowsNeeded(inputWidth),
        look.widestText());
    if (layout == null || !wanted.equals(layout)) {
      place(wanted);
    }
    placeTable(wanted);
    open.values().forEach(window -> place(window, columns, rows));
  }

  private void place(Layout wanted) {
    boolean textDiffers = layout == null || !layout.chat().equals(wanted.chat());
    layout = wanted;
    place(chat, wanted.chat());
    place(input, wanted.input());
    place(status, wanted.status());
    place(lists, wanted.lists());
    place(log, wanted.log());
    chat.setFrame(!wanted.wide(), wanted.bare());
    lists.setAlone(!wanted.wide());
    log.setAlone(!wanted.wide());
    if (textDiffers && wanted.chat().shown()) {
      chat.layoutText();
    }
  }

  /// The table of a list stands in the place of the lists or, beside them, over the chat.
  private void placeTable(Layout now) {
    boolean shown = state.table().open() && state.focus() == Panel.LISTS;
    place(table, shown ? now.wide() ? now.chat() : now.lists() : Layout.Place.NONE);
    chat.setVisible(now.chat().shown() && !(shown && now.wide()));
    lists.setVisible(now.lists().shown() && !(shown && !now.wide()));
    table.setAlone(!now.wide());
  }

  private static void place(PanelWindow window, Layout.Place place) {
    window.setVisible(place.shown());
    if (place.shown()) {
      window.place(place.column(), place.row(), place.width(), place.height());
    }
  }

  /// In the middle of the screen, as wide as it may be, as high as it wants to be.
  private static void place(DialogWindow window, int columns, int rows) {
    if (window.wholeScreen()) {
      window.place(0, 0, columns, rows);
      return;
    }
    int width = Math.min(window.widest(), columns);
    window.place(window.getPosition().getColumn(), window.getPosition().getRow(), width, Math.max(window.height(), 1));
    int height = Math.min(rows, window.rowsWanted() + DialogWindow.EDGES);
    window.place((columns - width) / 2, (rows - height) / 2, width, height);
  }
}
