package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chatstream.core.model.ChatRequest;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.request.OllamaChatEndpointCaller;
import io.github.ollama4j.utils.Utils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A chat goes through ollama4j's types and its endpoint caller, and through nothing else.
class GoesThroughOllama4jTest {

  private static final String CALLER = "io/github/ollama4j/models/request/OllamaChatEndpointCaller";
  private static final String CHUNK = "io/github/ollama4j/models/chat/OllamaChatResponseModel";

  private static final List<String> CLIENTS =
      List.of(
          "java/net/http/HttpClient",
          "java/net/HttpURLConnection",
          "java/net/Socket;",
          "java/nio/channels/SocketChannel",
          "javax/net/ssl/SSLSocket");

  @Test
  void ourCallerIsTheLibrarysAndSendsItsRequestAsTheLibraryWritesIt() throws Exception {
    try (ChatFixture chat = new ChatFixture()) {
      StringBuilder said = new StringBuilder();
      StreamingChatCaller caller =
          new StreamingChatCaller(
              chat.endpoint(), new OllamaHttp(chat.endpoint(), Optional.empty()), Patience.DEFAULT,
              (text, thought) -> said.append(text));
      OllamaChatRequest request = WireRequest.of(ChatFixture.request("fast", "Grüße"));
      byte[] expected = Utils.getObjectMapper().writeValueAsBytes(request);
      String answer =
          assertInstanceOf(OllamaChatEndpointCaller.class, caller).callSync(request).getResponseModel().getMessage()
              .getResponse();
      assertEquals("Hello, world.", answer);
      assertEquals(answer, said.toString());
      assertArrayEquals(expected, chat.server.chats().getFirst().body());
      assertEquals(answer, request.getMessages().getLast().getResponse(), "the library appends the answer");
    }
  }

  @Test
  void theModelSendsExactlyThatToo() throws Exception {
    try (ChatFixture chat = new ChatFixture()) {
      ChatRequest request =
          ChatFixture.request(
              "fast",
              "a",
              Map.of("temperature", 0.5, "stop", "END", "keep_alive", -1, "think", "low", "format", "json"));
      ChatFixture.ask(chat.model, request);
      byte[] sent = chat.server.chats().getFirst().body();
      assertArrayEquals(Utils.getObjectMapper().writeValueAsBytes(WireRequest.of(request)), sent);
      JsonNode json = new ObjectMapper().readTree(sent);
      assertEquals(4096, json.at("/options/num_ctx").asInt());
      assertEquals("END", json.at("/options/stop/0").asText());
      assertEquals("-1s", json.at("/keep_alive").asText());
      assertEquals("low", json.at("/think").asText());
      assertEquals("json", json.at("/format").asText());
      assertTrue(json.at("/stream").asBoolean());
      assertEquals(3, json.at("/options").size(), json.toString());
    }
  }

  @Test
  void noOtherClassPostsAChatOrOpensConnections() throws IOException {
    Path classes = Path.of("target", "classes", "dev", "chatstream");
    assertEquals(Set.of("model/StreamingChatCaller.class"), using(classes, CALLER));
    assertTrue(using(classes, CHUNK).containsAll(Set.of("model/StreamingChatCaller.class", "model/Wire.class")));
    for (Path file : classFiles(classes)) {
      String name = classes.relativize(file).toString().replace('\\', '/');
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      // The compiler copies the library's constant into our caller; the engine is the server's side.
      boolean caller = name.equals("model/StreamingChatCaller.class") || name.startsWith("engine/");
      assertFalse(text.contains("api/chat") && !caller, name + " names the path of a chat itself");
      boolean client = CLIENTS.stream().anyMatch(text::contains);
      boolean allowed = name.equals("model/Connection.class") || name.startsWith("engine/");
      assertFalse(client && !allowed, name + " opens connections past OllamaHttp");
      boolean user = Set.of("model/Connection.class", "model/OllamaHttp.class", "model/Failures.class").contains(name);
      assertFalse(text.contains("dev/chatstream/model/Connection") && !user, name + " uses a connection itself");
    }
  }

  private static Set<String> using(Path classes, String type) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : classFiles(classes)) {
      if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(type)) {
        names.add(classes.relativize(file).toString().replace('\\', '/'));
      }
    }
    return names;
  }

  private static List<Path> classFiles(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }
}
