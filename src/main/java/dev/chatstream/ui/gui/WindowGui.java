package dev.chatstream.ui.gui;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.SimpleTheme;
import com.googlecode.lanterna.graphics.Theme;
import com.googlecode.lanterna.gui2.BasePane;
import com.googlecode.lanterna.gui2.DefaultWindowManager;
import com.googlecode.lanterna.gui2.Interactable;
import com.googlecode.lanterna.gui2.TextGUIThread;
import com.googlecode.lanterna.gui2.Window;
import com.googlecode.lanterna.gui2.WindowBasedTextGUI;
import com.googlecode.lanterna.gui2.WindowList;
import com.googlecode.lanterna.gui2.WindowManager;
import com.googlecode.lanterna.gui2.WindowPostRenderer;
import com.googlecode.lanterna.input.KeyStroke;
import dev.chatstream.core.input.Key;
import dev.chatstream.term.DiffScreen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Lanterna's windows (order, focus, visibility) over a [DiffScreen], drawn by dirty rows.
///
/// Implements the interface and is no subclass of `AbstractTextGUI`: the constructor of that one parses all six of
/// Lanterna's themes (151 ms cold) and its drawing repaints every window on any change. Takes [PanelWindow]s only. All
/// methods belong to the thread that made it, and check that.
public final class WindowGui implements WindowBasedTextGUI {

  private final DiffScreen screen;
  private final WindowPainter painter;
  private final WindowList windows = new WindowList();
  private final List<PanelWindow> visible = new ArrayList<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final UiThread thread = new UiThread(this);
  private WindowManager manager;
  private Theme theme;
  private boolean exposed = true;

  /// A GUI without windows; the calling thread becomes the UI thread.
  public WindowGui(DiffScreen screen) {
    this.screen = screen;
    this.painter = new WindowPainter(screen);
  }

  /// Gives a key to the active window, and what that one doesn't take to the listeners.
  ///
  /// @return false if it means nothing anywhere
  public boolean press(Key key) {
    thread.check();
    KeyInput input = new KeyInput(key);
    Window active = windows.getActiveWindow();
    return (active != null && active.handleInput(input)) || unhandled(input);
  }

  private boolean unhandled(KeyStroke input) {
    for (Listener listener : listeners) {
      if (listener.onUnhandledKeyStroke(this, input)) {
        return true;
      }
    }
    return false;
  }

  /// Takes the terminal's new size, and after a suspension the same one: everything will be painted. Windows are then
  /// placed by whoever lays them out.
  public void resize(int columns, int rows) {
    thread.check();
    screen.resize(columns, rows);
    layoutChanged();
  }

  /// Says that windows came, went or moved, so that what they covered has to be painted. Done by itself for all that
  /// goes through this class or through [PanelWindow#place].
  public void layoutChanged() {
    thread.check();
    exposed = true;
  }

  /// Paints what changed into the screen and places the cursor; writes nothing to the terminal.
  @Override
  public void updateScreen() {
    thread.check();
    collectVisible();
    if (exposed) {
      screen.clear();
      visible.forEach(PanelWindow::markDirty);
      exposed = false;
    }
    painter.paint(visible);
    placeCursor();
  }

  private void collectVisible() {
    visible.clear();
    for (Window window : windows.getWindowsInZOrder()) {
      if (window.isVisible()) {
        visible.add((PanelWindow) window);
      }
    }
  }

  private void placeCursor() {
    Window active = windows.getActiveWindow();
    TerminalPosition inside = active == null || !active.isVisible() ? null : active.getCursorPosition();
    screen.setCursorPosition(inside == null ? null : active.toGlobalFromContentRelative(inside));
  }

  @Override
  public boolean isPendingUpdate() {
    return exposed || windows.getWindowsInZOrder().stream().anyMatch(Window::isInvalid);
  }

  /// Adds a window on top and, unless it wants no focus, makes it the active one.
  @Override
  public WindowGui addWindow(Window window) {
    thread.check();
    if (!(window instanceof PanelWindow)) {
      throw new IllegalArgumentException("Only a PanelWindow can say which of its rows changed: " + window);
    }
    if (window.getTextGUI() == null) {
      window.setTextGUI(this);
      windows.addWindow(window);
      layoutChanged();
    }
    return this;
  }

  /// Refuses: the loop never nests. Add the window and act on the event that its key publishes.
  @Override
  public WindowGui addWindowAndWait(Window window) {
    throw new IllegalStateException("The loop never nests: add the window and go on");
  }

  /// Refuses: the loop never nests.
  @Override
  public void waitForWindowToClose(Window window) {
    throw new IllegalStateException("The loop never nests: nothing waits for a window");
  }

  /// Takes a window away; the one below becomes active. Does nothing for a window that isn't here.
  @Override
  public WindowGui removeWindow(Window window) {
    thread.check();
    if (windows.removeWindow(window)) {
      window.setTextGUI(null);
      layoutChanged();
    }
    return this;
  }

  @Override
  public Collection<Window> getWindows() {
    return windows.getWindowsInZOrder();
  }

  /// Gives a window the keys and the cursor, and puts it on top.
  @Override
  public WindowGui setActiveWindow(Window window) {
    thread.check();
    if (window != windows.getActiveWindow()) {
      windows.setActiveWindow(window);
      layoutChanged();
    }
    return this;
  }

  @Override
  public Window getActiveWindow() {
    return windows.getActiveWindow();
  }

  @Override
  public WindowGui moveToTop(Window window) {
    thread.check();
    windows.moveToTop(window);
    layoutChanged();
    return this;
  }

  @Override
  public WindowGui cycleActiveWindow(boolean reverse) {
    thread.check();
    windows.cycleActiveWindow(reverse);
    layoutChanged();
    return this;
  }

  /// Refuses: what no window covers is blank.
  @Override
  public BasePane getBackgroundPane() {
    throw new UnsupportedOperationException("There is no background pane: what no window covers is blank");
  }

  /// Lanterna's default, made when asked for; our windows place themselves.
  @Override
  public WindowManager getWindowManager() {
    if (manager == null) {
      manager = new DefaultWindowManager();
    }
    return manager;
  }

  /// Null: nothing is drawn over windows, no shadows.
  @Override
  public WindowPostRenderer getWindowPostRenderer() {
    return null;
  }

  /// A theme of the terminal's own colours unless one was set; our windows use their own styles.
  @Override
  public Theme getTheme() {
    if (theme == null) {
      theme = new SimpleTheme(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT);
    }
    return theme;
  }

  @Override
  public void setTheme(Theme newTheme) {
    thread.check();
    theme = newTheme;
    layoutChanged();
  }

  /// Does nothing and says so: keys come by [#press].
  @Override
  public boolean processInput() {
    return false;
  }

  @Override
  public DiffScreen getScreen() {
    return screen;
  }

  /// Does nothing: the screen has the size of the terminal.
  @Override
  public void setVirtualScreenEnabled(boolean enabled) {}

  @Override
  public TextGUIThread getGUIThread() {
    return thread;
  }

  @Override
  public Interactable getFocusedInteractable() {
    Window active = windows.getActiveWindow();
    return active == null ? null : active.getFocusedInteractable();
  }

  @Override
  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }
}
