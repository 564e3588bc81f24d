package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.engine.host.EngineListener;
import dev.chatstream.engine.host.EngineOptions;
import dev.chatstream.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The real engine with its real model: what a larger window costs is given back. `-Dengine.changes=20` changes the
/// window more often than the default run, and prints the memory after each change.
class EngineWindowTest {

  private static final int CHANGES = Integer.getInteger("engine.changes", 3);
  private static final int FIRST = 1024;
  private static final int STEP = 32;

  private final Set<Long> before = engines().stream().map(ProcessHandle::pid).collect(Collectors.toSet());

  /// Hears nothing: what goes wrong, the questions tell.
  private static final class Deaf implements EngineListener, EngineServer.Listener {
    @Override
    public void stage(EngineStage stage) {}

    @Override
    public void failed(String sentence) {}

    @Override
    public void line(String line) {}

    @Override
    public void growing(int contextTokens) {}

    @Override
    public void ended(String sentence) {}
  }

  private static List<ProcessHandle> engines() {
    return ProcessHandle.current().children()
        .filter(child -> child.info().commandLine().orElse("").contains("engine.server.EngineMain"))
        .toList();
  }

  private List<ProcessHandle> mine() {
    return engines().stream().filter(engine -> !before.contains(engine.pid())).toList();
  }

  /// Kilobytes that this process holds by itself, without the model's file, which the system shares and takes back.
  private static long ownMemory(ProcessHandle process) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("RssAnon:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static String ask(EngineServer server, int window) throws ModelException {
    StringBuilder text = new StringBuilder();
    Message question = Message.fromUser(Ids.next(Instant.EPOCH), Optional.empty(), "Name a colour.", Instant.EPOCH);
    Map<String, Object> brief = Map.of("num_predict", 4, "temperature", 0);
    server.chat(new ChatRequest("smollm2:135m", List.of(question), window, brief),
        (piece, thinking) -> text.append(piece));
    return text.toString();
  }

  @Test
  void manyChangesOfTheWindowHoldNoMoreMemoryThanOne() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "memory is read from /proc");
    Engine.Starter starter = Engine.starter(EngineOptions.standard(System.getenv()));
    Deaf deaf = new Deaf();
    List<Long> memory = new ArrayList<>();
    try (EngineServer server = new EngineServer(starter.start(FIRST, deaf), starter, deaf)) {
      String answer = ask(server, FIRST);
      for (int change = 1; change <= CHANGES; change++) {
        assertEquals(answer, ask(server, FIRST + change * STEP));
        assertEquals(1, mine().size());
        memory.add(ownMemory(mine().getFirst()));
      }
    }
    System.err.println("kB after each change of the window: " + memory);
    assertTrue(memory.getLast() < memory.getFirst() * 1.3, memory.toString());
    assertFalse(mine().stream().anyMatch(ProcessHandle::isAlive));
  }
}
