package dev.chatstream.engine.server;

import java.io.BufferedReader;
import java.io.IOException;

/// Ends this process when its parent does, however that dies: the parent's end of the pipe closes, or its process id is
/// gone (another process may have inherited the pipe's end).
final class ParentWatch {
  private ParentWatch() {}

  static void start(BufferedReader input) {
    Thread.ofPlatform().daemon().name("parent-pipe").start(() -> awaitEnd(input));
    ProcessHandle.current().parent().ifPresentOrElse(ParentWatch::endWith, ParentWatch::end);
  }

  /// The future is kept by the process handle; nothing waits for it here.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void endWith(ProcessHandle parent) {
    parent.onExit().thenRun(ParentWatch::end);
  }

  private static void awaitEnd(BufferedReader input) {
    try {
      while (input.readLine() != null) {
        Log.debug("a line from the parent, which has nothing more to say");
      }
    } catch (IOException e) {
      Log.debug("the parent's pipe broke: " + e.getMessage());
    }
    end();
  }

  /// Not `exit`: it would wait for native threads.
  private static void end() {
    Runtime.getRuntime().halt(0);
  }
}
