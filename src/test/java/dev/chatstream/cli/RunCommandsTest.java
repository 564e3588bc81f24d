package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chatstream.testing.ScriptedOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs from the command line: what they print, and how they end.
class RunCommandsTest extends CommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ScriptedOllama server;

  @BeforeEach
  void begin() {
    server = ScriptedOllama.start().script("fast", (request, reply) -> {
      if (request.text().contains("bad")) {
        reply.error(400, "no");
      } else {
        reply.token("ok").done(1).end();
      }
    });
    for (String text : List.of("one", "two", "bad")) {
      assertEquals(0, run("append", "list", text));
    }
  }

  @AfterEach
  void end() {
    server.close();
  }

  private int runList(String... more) {
    List<String> all = new ArrayList<>(List.of("run", "list", "--host", server.uri().toString(), "-m", "fast"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private List<JsonNode> lines() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out().split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private String said() {
    return err();
  }

  @Test
  void eachRowIsALineAndAFailureIsAnExitCode() throws Exception {
    assertEquals(1, runList());
    List<JsonNode> lines = lines();
    assertEquals(List.of("ok", "ok", ""), lines.stream().map(line -> line.path("answer").asText()).toList());
    assertEquals(List.of(1, 2, 3), lines.stream().map(line -> line.path("index").asInt()).toList());
    assertEquals("The model can't do that: no.", lines.get(2).path("error").asText());
    assertEquals(1, lines.get(0).path("tokens").asInt());
    assertTrue(lines.get(0).path("duration_ms").asInt() >= 0);
    assertTrue(said().contains("--retry-failed"), said());
    assertEquals(0, run("runs", "--results"));
    assertEquals(3, lines().size());
    assertEquals(0, run("runs"));
    assertTrue(out().contains("\tfinished\t2/3\t1\t0"),
        out());
  }

  @Test
  void aFilterAndATemplateSayWhatIsAsked() throws Exception {
    assertEquals(0, runList("--filter", "#1-2 o", "--template", "Say {{content}}!", "--set", "temperature=0.5"));
    assertEquals(2, server.chats().size());
    assertTrue(server.chats().getFirst().text().contains("Say one!"));
    assertTrue(server.chats().getFirst().text().contains("\"temperature\":0.5"));
  }

  @Test
  void whatCanNotBeIsRefusedBeforeAnythingIsMade() throws Exception {
    assertEquals(2, runList("--template", "{{colour}}"));
    assertTrue(said().contains("The list has no column for {{colour}}."), said());
    assertEquals(2, runList("--template", "the same for all"));
    assertEquals(2, runList("--filter", "status:done"));
    assertEquals(2, runList("--parallel", "9"));
    assertEquals(2, runList("--set", "temperature=hot"));
    assertEquals(2, runList("--limit-time", "soon"));
    assertEquals(1, run("run", "nolist", "--host", server.uri().toString(), "-m", "fast"));
    try (var runs = Files.list(home.resolve(".store/runs"))) {
      assertEquals(0, runs.count());
    }
    assertEquals(0, server.chats().size());
  }

  @Test
  void noHostAndNoModelHaveACodeOfTheirOwn() throws Exception {
    assertEquals(3, run("run", "list", "--host", "127.0.0.1:1", "-m", "fast"));
    assertTrue(said().contains("doesn't answer"), said());
    assertEquals(3, run("run", "list", "--host", server.uri().toString(), "-m", "nobody"));
    assertTrue(said().contains("nobody isn't on"), said());
    assertEquals(2, run("run", "list", "--host", server.uri().toString()));
    assertEquals(0, run("runs"));
    assertEquals("", out());
  }

  @Test
  void tryingAsksOnceAndMakesNothing() throws Exception {
    assertEquals(0, runList("--try"));
    assertEquals("ok", lines().getFirst().path("answer").asText());
    assertEquals(1, server.chats().size());
    assertTrue(said().contains("3 rows take about"), said());
    assertEquals(0, run("runs"));
    assertEquals("", out());
  }

  @Test
  void aLimitOfTokensStopsItAndResumeSaysSo() throws Exception {
    for (int row = 4; row < 9; row++) {
      run("append", "list", "row " + row);
    }
    assertEquals(1, runList("--limit-tokens", "2"));
    assertTrue(said().contains("The limit of 2 tokens is reached."), said());
    assertTrue(said().contains("To go on: run.sh resume"), said());
    assertEquals(0, run("stop"));
    assertTrue(said().contains("is not under way"), said());
    assertEquals(1, run("attach"));
    assertTrue(said().contains("is not under way"), said());
    assertEquals(0, run("stop", "--for-good"));
    assertEquals(0, run("attach"));
    assertEquals(8, lines().size());
  }

  @Test
  void resultsAreKeptWhereTheyAreWanted() throws Exception {
    runList();
    assertEquals(0, run("runs", "--to-list", "answers"));
    assertEquals("answers.csv\n", out());
    assertEquals(0, run("runs", "--to-column"));
    assertEquals(0, run("show", "list", "list", "--json"));
    assertEquals("ok", lines().getFirst().path("result").asText());
    assertEquals(0, run("runs", "--report"));
    assertTrue(out().contains("| fast | 2 | 1 |"),
        out());
    Path page = home.resolve("report.html");
    assertEquals(0, run("runs", "--report", "-o", page.toString()));
    assertTrue(Files.readString(page).contains("<svg"));
    assertEquals(0, runList("--filter", "#1-2"));
    assertEquals(0, run("runs", "--compare", first()));
    assertEquals(List.of("yes", "yes"), lines().stream().map(line -> line.path("same").asText()).toList());
  }

  /// The id of the oldest run.
  private String first() throws Exception {
    try (var runs = Files.list(home.resolve(".store/runs"))) {
      return runs.map(run -> run.getFileName().toString()).sorted().findFirst().orElseThrow();
    }
  }
}
