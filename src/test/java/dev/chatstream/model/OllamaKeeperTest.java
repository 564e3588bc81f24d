package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.ModelPage;
import dev.chatstream.testing.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The calls about models, against a server that does wrong what servers do wrong.
class OllamaKeeperTest {

  private static final String JSON = "application/json";

  private final ChatFixture chat = new ChatFixture();
  private final ModelKeeper keeper = chat.model.keeper();
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void close() {
    chat.close();
  }

  private void pull(Scenario scenario) throws ModelException {
    chat.server.page("/api/pull", scenario);
    keeper.pull("phi4", (what, done, total) -> told.add(what + " " + done + "/" + total));
  }

  private ModelError pullFails(Scenario scenario) {
    return assertThrows(ModelException.class, () -> pull(scenario)).error();
  }

  private static String part(String digest, long done, long total) {
    return "{\"status\":\"pulling " + digest + "\",\"digest\":\"" + digest + "\",\"total\":" + total
        + (done > 0 ? ",\"completed\":" + done : "") + "}";
  }

  @Test
  void aPullTellsHowFarAllItsPartsAre() throws Exception {
    pull((request, reply) -> reply.line("{\"status\":\"pulling manifest\"}")
        .line(part("a", 0, 1000))
        .line(part("a", 990, 1000))
        .line(part("b", 10, 20))
        .line("{\"status\":\"verifying sha256 digest\"}")
        .line("{\"status\":\"success\"}").end());
    assertEquals(
        List.of("pulling manifest 0/0", "pulling a 0/1000", "pulling a 990/1000", "pulling b 1000/1020",
            "verifying sha256 digest 1000/1020"),
        told);
    assertTrue(chat.server.requests().getFirst().text().contains("\"model\":\"phi4\""));
  }

  @Test
  void aPullThatBreaksAtNinetyNinePercentIsNotWhole() {
    assertInstanceOf(
        ModelError.StreamTruncated.class,
        pullFails((request, reply) -> {
          reply.line(part("a", 990, 1000));
        }));
    assertEquals(List.of("pulling a 990/1000"), told);
  }

  @Test
  void aPullThatEndsWithoutSuccessIsNotWhole() {
    assertInstanceOf(
        ModelError.StreamTruncated.class,
        pullFails((request, reply) -> reply.line(part("a", 1000, 1000)).end()));
  }

  @Test
  void whatTheServerSaysOfItsFailureIsTold() {
    ModelError error = pullFails((request, reply) -> reply.line("{\"status\":\"pulling manifest\"}")
        .line("{\"error\":\"pull model manifest: file does not exist\"}").end());
    assertEquals("The model stopped: pull model manifest: file does not exist.", error.happened());
  }

  @Test
  void aPullCanBeStopped() throws Exception {
    chat.server.page("/api/pull", (request, reply) -> reply.line(part("a", 1, 9)).awaitClientClose());
    ModelError[] error = new ModelError[1];
    Thread thread = Thread.ofVirtual().start(
        () -> error[0] =
            assertThrows(ModelException.class, () -> keeper.pull("phi4", (what, done, total) -> {})).error());
    chat.server.awaitRequests(1);
    thread.interrupt();
    thread.join();
    chat.server.awaitIdle();
    assertEquals(new ModelError.Cancelled(), error[0]);
  }

  @Test
  void whatIsInMemory() throws ModelException {
    chat.server.page("/api/ps", (request, reply) -> reply.send(200, JSON, """
        {"models":[{"name":"qwen3:8b","size":6000,"size_vram":5000,"expires_at":"2026-11-23T15:08:00.5+01:00",
         "context_length":8192},{"model":"old","size":7,"expires_at":"soon"}]}"""));
    assertEquals(
        List.of(
            new LoadedModel("qwen3:8b", 6000, 5000, Optional.of(Instant.parse("2026-11-23T14:08:00.5Z")), 8192),
            new LoadedModel("old", 7, 0, Optional.empty(), 0)),
        keeper.loaded());
  }

  @Test
  void loadingNamesTheWindowAndNoPrompt() throws ModelException {
    chat.server.page("/api/generate", (request, reply) -> reply.send(200, JSON, "{\"done\":true}"));
    keeper.load("qwen3:8b", 4096);
    String body = chat.server.requests().getFirst().text();
    assertTrue(body.contains("\"num_ctx\":4096") && !body.contains("prompt"), body);
  }

  @Test
  void deletingAndCopyingAreSentOnce() throws ModelException {
    chat.server.page("/api/delete", (request, reply) -> reply.send(200, JSON, ""));
    chat.server.page("/api/copy", (request, reply) -> reply.send(200, JSON, ""));
    keeper.delete("a");
    keeper.copy("b", "c");
    assertEquals("DELETE", chat.server.requests().getFirst().method());
    assertTrue(chat.server.requests().getLast().text().contains("\"destination\":\"c\""));
    chat.server.page("/api/delete", (request, reply) -> reply.reset());
    assertThrows(ModelException.class, () -> keeper.delete("a"));
    assertEquals(3, chat.server.requests().size());
  }

  @Test
  void aModelThatIsNotThereIsSaidSo() {
    chat.server.page("/api/delete", (request, reply) -> reply.error(404, "model 'a' not found"));
    assertEquals(
        new ModelError.ModelNotFound("a"), assertThrows(ModelException.class, () -> keeper.delete("a")).error());
  }

  @Test
  void allAboutAModel() throws ModelException {
    chat.server.page("/api/show", (request, reply) -> reply.send(200, JSON, """
        {"license":"Apache","template":"{{ .Prompt }}","parameters":"stop x","details":{"family":"llama"},
         "model_info":{"general.architecture":"llama","llama.context_length":2048},"capabilities":["completion"]}"""));
    ModelPage page = keeper.page("fast");
    assertEquals("Apache", page.licence());
    assertEquals("{{ .Prompt }}", page.template());
    assertEquals("stop x", page.parameters());
    assertEquals(2048, page.info().contextLength());
  }
}
