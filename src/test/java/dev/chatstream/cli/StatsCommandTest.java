package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chatstream.core.watch.RunFigures;
import dev.chatstream.core.watch.Timing;
import dev.chatstream.core.watch.TimingFigures;
import dev.chatstream.log.Logging;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.watch.StatsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsCommandTest {

  private static final Instant BEGUN = Instant.parse("2026-11-23T14:03:00Z");

  @TempDir
  private Path home;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @BeforeEach
  void aRunAndAChat() throws StoreException, IOException {
    System.setProperty("chatstream.stdout", "other");
    DataRoot root = DataRoot.open(home);
    Files.writeString(home.resolve("chats/a.json"), "12345");
    new StatsFile(root).add(new RunFigures(BEGUN, BEGUN.plusSeconds(60), List.of(
        new TimingFigures(Timing.FSYNC, 1_204, 842_000, 4_130_000, 14_300_000, List.of()))));
  }

  @AfterEach
  void stop() {
    System.clearProperty("chatstream.stdout");
    Logging.stop();
  }

  private String run(String... more) {
    output.reset();
    List<String> args = new ArrayList<>(List.of("stats", "--home", home.toString()));
    args.addAll(List.of(more));
    assertEquals(0, CommandLines.run(args.toArray(String[]::new), Map.of(), output));
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void sizesAndTheLastRunsAreTold() {
    List<String> lines = run().lines().toList();
    assertTrue(lines.contains("chats\t1 file\t5 B"), lines::toString);
    assertEquals("2026-11-23T14:03:00Z\tfsync\t1204\t0.84 ms\t4.1 ms\t14 ms", lines.getLast());
  }

  @Test
  void scriptsGetOneDocument() throws IOException {
    JsonNode stats = new ObjectMapper().readTree(run("--json"));
    assertEquals(5, stats.at("/folders/chats/bytes").asLong());
    assertTrue(stats.at("/free_bytes").asLong() > 0);
    assertEquals(4_130, stats.at("/runs/0/timings/fsync/p99_us").asLong());
  }

  @Test
  void lookingMakesNothing() throws IOException {
    Files.delete(home.resolve(".store/stats.json"));
    assertFalse(run().contains("fsync"));
    assertFalse(Files.exists(home.resolve(".store/stats.json")));
  }
}
