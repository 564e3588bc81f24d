package dev.chatstream.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeGenerator generator = new FakeGenerator();
  private final HttpClient client = HttpClient.newHttpClient();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer(new Api(SECRET, "small:1", generator, 256, Clock.systemUTC()));
    Thread.ofVirtual().start(() -> {
      try {
        server.serve();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Authorization", "Bearer " + SECRET);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest call = request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return client.send(call, HttpResponse.BodyHandlers.ofString());
  }

  private static String chat(String more) {
    String call = "{'model':'small:1','messages':[{'role':'user','content':'hello you'}]%s}";
    return call.formatted(more).replace('\'', '"');
  }

  private static List<JsonNode> lines(HttpResponse<String> response) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : response.body().split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void refusesACallWithoutTheSecretAndWithAWrongOne() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/tags");
    HttpResponse.BodyHandler<String> text = HttpResponse.BodyHandlers.ofString();
    HttpRequest wrong = HttpRequest.newBuilder(uri).header("Authorization", "Bearer x").build();

    assertEquals(401, client.send(HttpRequest.newBuilder(uri).build(), text).statusCode());
    assertEquals(401, client.send(wrong, text).statusCode());
  }

  @Test
  void tellsAboutItsModel() throws Exception {
    JsonNode model = JSON.readTree(get("/api/tags").body()).at("/models/0");
    JsonNode show = JSON.readTree(post("/api/show", "{\"model\":\"small:1\"}").body());

    assertEquals("small:1", model.path("name").asText());
    assertEquals("134.52M", model.at("/details/parameter_size").asText());
    assertEquals(512, show.at("/model_info/llama.context_length").asInt());
    assertTrue(get("/api/version").body().contains("version"));
  }

  /// The template of the test parts messages by a blank; what has begun is put on without one.
  @Test
  void goesOnWithAnAnswerThatHasBegun() throws Exception {
    String begun = "{'model':'small:1','messages':[{'role':'user','content':'hello you'},"
        + "{'role':'assistant','content':'And so'}]}";
    JsonNode last = lines(post("/api/chat", begun.replace('\'', '"'))).getLast();
    assertEquals(3, last.path("prompt_eval_count").asInt());
  }

  @Test
  void streamsAnAnswerAndEndsItWithAllFigures() throws Exception {
    List<JsonNode> lines = lines(post("/api/chat", chat("")));
    JsonNode last = lines.getLast();

    assertEquals(List.of("one", " two", " three", ""),
        lines.stream().map(line -> line.at("/message/content").asText()).toList());
    assertEquals("stop", last.path("done_reason").asText());
    assertEquals(2, last.path("prompt_eval_count").asInt());
    assertEquals(3, last.path("eval_count").asInt());
    for (String name : List.of("total_duration", "load_duration", "prompt_eval_duration", "eval_duration")) {
      assertTrue(last.path(name).isIntegralNumber(), name);
    }
  }

  @Test
  void answersInOnePieceWhenAsked() throws Exception {
    String call = "{\"model\":\"small:1\",\"prompt\":\"a b\",\"stream\":false,\"options\":{\"num_predict\":2}}";
    JsonNode answer = JSON.readTree(post("/api/generate", call).body());

    assertEquals("one two", answer.path("response").asText());
    assertEquals("length", answer.path("done_reason").asText());
  }

  @Test
  void stopsBeforeAStopWordThatSpansPieces() throws Exception {
    JsonNode answer = JSON.readTree(
        post("/api/chat", chat(",'stream':false,'options':{'stop':['wo thr']}")).body());

    assertEquals("one t", answer.at("/message/content").asText());
    assertEquals("stop", answer.path("done_reason").asText());
  }

  @Test
  void handsTheFormatOnAsASchema() throws Exception {
    post("/api/chat", chat(",'format':{'type':'object','properties':{'a':{'type':'string'}}}"));
    post("/api/chat", chat(",'format':'json'"));

    assertEquals("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}",
        generator.samplings.get(0).grammarSchema());
    assertEquals("{\"type\":\"object\"}", generator.samplings.get(1).grammarSchema());
  }

  @Test
  void loadsAnewOnlyForALargerWindowAndNeverBeyondTheTrainedOne() throws Exception {
    post("/api/chat", chat(""));
    post("/api/chat", chat(",'options':{'num_ctx':100}"));
    post("/api/chat", chat(",'options':{'num_ctx':9999}"));

    assertEquals(List.of(256, 512), generator.loads);
  }

  @Test
  void refusesAPromptThatDoesNotFitInsteadOfCuttingIt() throws Exception {
    String words = "word ".repeat(40);
    HttpResponse<String> answer = post("/api/chat", "{\"model\":\"small:1\",\"options\":{\"num_ctx\":32},"
        + "\"messages\":[{\"role\":\"user\",\"content\":\"" + words + "\"}]}");

    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("exceeds the context window of 32"), answer.body());
    assertTrue(generator.samplings.isEmpty());
  }

  @Test
  void emptyMessagesLoadAndKeepAliveZeroUnloads() throws Exception {
    String load = post("/api/chat", "{\"model\":\"small:1\"}").body();
    String loaded = get("/api/ps").body();
    String unload = post("/api/chat", "{\"model\":\"small:1\",\"keep_alive\":0}").body();

    assertTrue(load.contains("\"done_reason\":\"load\""));
    assertTrue(loaded.contains("\"context_length\":256"));
    assertTrue(unload.contains("\"done_reason\":\"unload\""));
    assertEquals("{\"models\":[]}", get("/api/ps").body());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "/api/chat | {bad | 400 | invalid JSON",
    "/api/chat | [] | 400 | an object",
    "/api/chat | {} | 400 | model is required",
    "/api/chat | {'model':'x'} | 404 | model 'x' not found",
    "/api/chat | {'model':'small:1','messages':3} | 400 | messages must be",
    "/api/chat | {'model':'small:1','messages':[{'role':'tool','content':''}]} | 400 | role \"tool\"",
    "/api/chat | {'model':'small:1','think':true} | 400 | thinking",
    "/api/chat | {'model':'small:1','tools':[1]} | 400 | tools",
    "/api/chat | {'model':'small:1','options':{'top_k':1.5}} | 400 | whole number",
    "/api/chat | {'model':'small:1','options':{'stop':'x'}} | 400 | array",
    "/api/chat | {'model':'small:1','keep_alive':'soon'} | 400 | keep_alive",
    "/api/chat | {'model':'small:1','format':'xml'} | 400 | format",
    "/api/embed | {'model':'small:1','input':''} | 400 | empty",
    "/api/pull | {} | 404 | /api/pull"})
  void saysWhatIsWrongWithACall(String path, String body, int status, String words) throws Exception {
    HttpResponse<String> answer = post(path.strip(), body.strip().replace('\'', '"'));

    assertEquals(status, answer.statusCode());
    assertTrue(JSON.readTree(answer.body()).path("error").asText().contains(words.strip()), answer.body());
  }

  @Test
  void aFailureInTheMiddleIsALastLineWithItsWords() throws Exception {
    generator.failure = "out of luck";

    List<JsonNode> lines = lines(post("/api/chat", chat("")));

    assertEquals("out of luck", lines.getLast().path("error").asText());
    assertEquals(4, lines.size());
  }

  @Test
  void oneIsAnsweredEightWaitAndMoreAreToldToComeAgain() throws Exception {
    generator.prompt = new CountDownLatch(1);
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < Api.MOST_WAITING + 2; i++) {
      HttpRequest call = request("/api/chat").POST(HttpRequest.BodyPublishers.ofString(chat(""))).build();
      calls.add(client.sendAsync(call, HttpResponse.BodyHandlers.ofString()));
    }
    HttpResponse<?> first = (HttpResponse<?>) CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new)).get();
    assertEquals(503, first.statusCode());
    generator.prompt.countDown();

    long served = 0;
    for (CompletableFuture<HttpResponse<String>> call : calls) {
      served += call.get().statusCode() == 200 ? 1 : 0;
    }
    assertEquals(Api.MOST_WAITING + 1, served);
  }

  @Test
  void aClosedConnectionStopsTheWorkBeforeTheFirstTokenAndFreesTheModel() throws Exception {
    generator.prompt = new CountDownLatch(1);
    byte[] body = chat("").getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String head = "POST /api/chat HTTP/1.1\r\nAuthorization: Bearer " + SECRET + "\r\nContent-Length: " + body.length
          + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      assertTrue(generator.begun.await(10, TimeUnit.SECONDS));
    }

    assertTrue(generator.interrupted.await(10, TimeUnit.SECONDS));
    generator.prompt = new CountDownLatch(0);
    assertEquals(200, post("/api/chat", chat("")).statusCode());
  }

  @Test
  void twoCallsOnOneConnectionAndAChunkedOne() throws Exception {
    String head = "GET /api/ps HTTP/1.1\r\nAuthorization: Bearer " + SECRET + "\r\n";
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String calls = head + "\r\n" + "POST /api/show HTTP/1.1\r\nAuthorization: Bearer " + SECRET
          + "\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"model\":\r\na\r\n\"small:1\"}\r\n0\r\n\r\n"
          + head + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(calls.getBytes(StandardCharsets.US_ASCII));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(3, all.split("HTTP/1.1 200 OK", -1).length - 1, all);
    }
  }

  @Test
  void tooLargeACallIsRefusedBeforeItsBodyIsRead() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String call = "POST /api/chat HTTP/1.1\r\nAuthorization: Bearer " + SECRET
          + "\r\nContent-Length: 99999999\r\n\r\n";
      socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      assertFalse(generator.begun.await(0, TimeUnit.SECONDS));
    }
  }

  @Test
  void vectorsHaveLengthOne() throws Exception {
    JsonNode answer = JSON.readTree(post("/api/embed", "{\"model\":\"small:1\",\"input\":[\"a\",\"b\"]}").body());

    assertEquals(2, answer.path("embeddings").size());
    assertEquals(0.6, answer.at("/embeddings/0/0").asDouble(), 1e-6);
    assertEquals(0.8, answer.at("/embeddings/0/1").asDouble(), 1e-6);
  }
}
