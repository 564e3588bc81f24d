package dev.chatstream.engine.host;

import dev.chatstream.core.event.EngineStage;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A parent to be killed: starts the engine, prints the child's process id and waits.
public final class ParentStub {
  private ParentStub() {}

  public static void main(String[] args) throws Exception {
    EngineOptions options = EngineOptions.standard(Map.of("XDG_CACHE_HOME", args[0]));
    EngineProcess engine = EngineProcess.start(options, new EngineListener() {
      @Override
      public void stage(EngineStage stage) {
        System.err.println(stage);
      }

      @Override
      public void failed(String sentence) {
        System.err.println(sentence);
      }

      @Override
      public void line(String line) {
        System.err.println(line);
      }
    });
    System.out.println(engine.pid());
    new CountDownLatch(1).await();
  }
}
