package dev.chatstream.app;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.engine.host.EngineListener;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// A line for every tenth of a download, and nothing else: standard error is read by people and by logs.
final class EngineProgress implements EngineListener, EngineServer.Listener {

  private final Consumer<String> out;
  private long told = -1;

  EngineProgress(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void stage(EngineStage stage) {
    if (stage instanceof EngineStage.Downloading loading && loading.total() > 0) {
      long tenths = 10 * loading.done() / loading.total();
      if (tenths > told) {
        told = tenths;
        out.accept("Downloading the model: " + 10 * tenths + "%");
      }
    }
  }

  @Override
  public void growing(int contextTokens) {
    out.accept("The engine starts anew with a window of " + contextTokens + " tokens.");
  }

  @Override
  public void ended(String sentence) {
    failed(sentence);
  }

  @Override
  public void failed(String sentence) {
    // Thrown, too.
    Logger.warn("engine: {}", sentence);
  }

  @Override
  public void line(String line) {
    Logger.debug("engine: {}", line);
  }
}
