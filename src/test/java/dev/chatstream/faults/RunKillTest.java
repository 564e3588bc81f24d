package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.testing.ScriptedOllama;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run whose process is killed (SIGKILL) again and again: each row is in the result once, and the model was asked no
/// oftener than the resumed runs said. `mvn test -Dquick -Dtest=RunKillTest -Dfaults.runs=50` for a longer run.
class RunKillTest {

  private static final int KILLS = Tally.trials("runs", 3);
  private static final int ROWS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir(factory = InMemory.class)
  Path home;

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void eachRowIsInTheResultOnce() throws Exception {
    TaskListStore lists = new TaskListStore(DataRoot.open(home), InstantSource.system());
    int rows = Math.max(ROWS, 20 * KILLS);
    lists.create("list", IntStream.rangeClosed(1, rows)
        .mapToObj(row -> new NewTask(Role.USER, "row " + row, "", "")).toList());
    Random random = new Random(7);
    int repeated = 0;
    try (ScriptedOllama server = ScriptedOllama.start()) {
      server.script("fast", (request, reply) -> {
        asked.incrementAndGet();
        String prompt = JSON.readTree(request.body()).path("messages").path(0).path("content").asText();
        reply.token("to ").token(prompt);
        if (!reply.clientClosesWithin(Duration.ofMillis(3))) {
          reply.done(2).end();
        }
      });
      List<String> command = List.of("run", "list", "--host", server.uri().toString(), "-m", "fast", "--parallel", "3");
      for (int kill = 0; kill < KILLS; kill++) {
        int before = asked.get();
        Process process = start(kill == 0 ? command : List.of("resume"));
        while (asked.get() < before + 1 + random.nextInt(15) && process.isAlive()) {
          Thread.onSpinWait();
        }
        process.toHandle().destroyForcibly();
        process.waitFor();
        repeated += repeated(process);
      }
      Process last = start(List.of("resume"));
      last.getInputStream().readAllBytes();
      assertEquals(0, last.waitFor());
      repeated += repeated(last);
    }
    Map<Integer, String> answers = new TreeMap<>();
    Process results = start(List.of("runs", "--results"));
    for (String line : new String(results.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
      JsonNode row = JSON.readTree(line);
      assertEquals(null, answers.put(row.path("index").asInt(), row.path("answer").asText()));
    }
    assertEquals(rows, answers.size());
    answers.forEach((index, answer) -> assertEquals("to row " + index, answer));
    assertTrue(asked.get() <= rows + repeated, asked + " questions for " + rows + " rows, " + repeated + " repeated");
  }

  /// What it said that it repeats.
  private static int repeated(Process process) throws Exception {
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int count = 0;
    for (String line : said.split("\n")) {
      if (line.contains("begun and not ended the last time")) {
        count += (int) line.chars().filter(c -> c == '#').count();
      }
    }
    return count;
  }

  private Process start(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "-Xmx96m", "-Dchatstream.stdin=other", "-Dchatstream.stdout=other", "-cp",
        System.getProperty("java.class.path"), "dev.chatstream.Main", "--home", home.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command).start();
  }
}
