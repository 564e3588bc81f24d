package dev.chatstream.ui.gui;

import com.googlecode.lanterna.gui2.TextGUIThread;
import java.io.IOException;

/// Lanterna's idea of a GUI thread over our loop: it knows the thread, and refuses to be a second queue beside the bus.
final class UiThread implements TextGUIThread {

  private final WindowGui gui;
  private final Thread thread = Thread.currentThread();

  UiThread(WindowGui gui) {
    this.gui = gui;
  }

  void check() {
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException("Windows belong to " + thread.getName() + "; speak to them through the bus");
    }
  }

  @Override
  public Thread getThread() {
    return thread;
  }

  @Override
  public boolean processEventsAndUpdate() throws IOException {
    boolean pending = gui.isPendingUpdate();
    gui.updateScreen();
    return pending;
  }

  @Override
  public void invokeLater(Runnable task) {
    throw new IllegalStateException("Publish an event instead: the loop has one queue, the bus");
  }

  /// Runs the task at once on the UI thread, and refuses on any other.
  @Override
  public void invokeAndWait(Runnable task) {
    check();
    task.run();
  }

  @Override
  public void setExceptionHandler(ExceptionHandler handler) {
    throw new IllegalStateException("The loop handles failures; nothing is thrown elsewhere");
  }
}
