package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.model.ChatFixture.Outcome;
import dev.chatstream.testing.Request;
import dev.chatstream.testing.Scenarios;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OllamaChatModelTest {

  private final ChatFixture chat = new ChatFixture();

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void anAnswerComesInItsPiecesWithItsFigures() {
    Outcome outcome = chat.ask("fast");
    assertEquals(List.of("word Hello", "word , ", "word world", "word ."), outcome.order());
    Metrics metrics = outcome.metrics();
    assertTrue(metrics.firstTokenNanos() > 0);
    assertEquals(
        new Metrics(5_000_000_000L, 1_000_000_000L, 26, 130_000_000L, 4, 4_000_000_000L, metrics.firstTokenNanos()),
        metrics);
  }

  /// Whoever keeps the question has until then.
  @Test
  void nothingGoesOutBeforeItsSenderAgrees() throws Exception {
    List<Integer> asked = new ArrayList<>();
    chat.model.chat(ChatFixture.request("fast", "a"), new TokenSink() {
      @Override
      public void sending() {
        asked.add(chat.server.chats().size());
      }

      @Override
      public void token(String text, boolean thinking) {
        asked.add(chat.server.chats().size());
      }
    });
    assertEquals(List.of(0, 1, 1, 1, 1), asked);
  }

  @Test
  void twentyThousandPiecesAllArriveAndTheLibrarysListOfRolesStaysAsItWas() {
    int before = OllamaChatMessageRole.getRoles().size();
    Outcome outcome = chat.ask("many");
    assertEquals(20_000, outcome.order().size());
    assertEquals("word ".repeat(20_000), outcome.content());
    assertEquals(before, OllamaChatMessageRole.getRoles().size());
  }

  @Test
  void thoughtsAndWordsOfOnePieceBothArrive() {
    assertEquals(List.of("thought so", "word 42"), chat.ask("both").order());
    assertEquals(List.of("thought Let me see.", "word 42"), chat.ask("think").order());
  }

  @Test
  void charactersSplitBetweenReadsStayWhole() {
    assertEquals("Zürich 日本 👩‍🚀", chat.ask("split").content());
  }

  @Test
  void aLineOfTwoMegabytesIsTaken() {
    assertEquals(2_000_000, chat.ask("big").content().length());
  }

  @Test
  void aLineWithoutEndIsNotTaken() {
    assertInstanceOf(ModelError.Protocol.class, chat.ask("endless").error());
  }

  @ParameterizedTest
  @CsvSource({"blank,one two", "nulls,one", "nomessage,one", "newfields,one", "noend,one"})
  void whatIsOddButHarmlessDoesNotHurt(String name, String content) {
    Outcome outcome = chat.ask(name);
    assertNull(outcome.error());
    assertEquals(content, outcome.content());
  }

  @Test
  void aStreamThatEndsBeforeItsEndIsAFailureThatKeepsWhatCame() {
    Outcome outcome = chat.ask("nodone");
    assertEquals(new ModelError.StreamTruncated(host()), outcome.error());
    assertEquals("one two", outcome.content());
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatBreaksIsAFailureThatKeepsWhatCame(Scenarios.Break how) {
    Semaphore seen = new Semaphore(0);
    chat.server.script("breaks", Scenarios.breaking(seen, how));
    StringBuilder kept = new StringBuilder();
    TokenSink sink =
        (text, thinking) -> {
          kept.append(text);
          seen.release();
        };
    ModelException thrown =
        assertThrows(ModelException.class, () -> chat.model.chat(ChatFixture.request("breaks", "a"), sink));
    assertEquals(new ModelError.StreamTruncated(host()), thrown.error());
    assertEquals("one ", kept.toString());
  }

  @Test
  void anErrorInTheMiddleKeepsTheServersWords() {
    Outcome outcome = chat.ask("errmid");
    assertEquals(new ModelError.StreamError("llama runner has died"), outcome.error());
    assertEquals("one ", outcome.content());
  }

  @Test
  void aLineThatIsNoJsonIsToldAndNotSkipped() {
    Outcome outcome = chat.ask("garbage");
    assertEquals(new ModelError.StreamError("it sent what is no answer: \"&%$ not json\""), outcome.error());
    assertEquals("one ", outcome.content());
    assertInstanceOf(ModelError.Protocol.class, chat.ask("html200").error());
  }

  @Test
  void eachStatusIsAFailureOfItsOwn() {
    assertEquals(new ModelError.Unsupported("\"400\" does not support thinking"), chat.ask("400").error());
    assertEquals(new ModelError.Unauthorized(host(), "https://ollama.test/connect"), chat.ask("401").error());
    assertEquals(new ModelError.Forbidden(host(), ""), chat.ask("403").error());
    assertEquals(new ModelError.ModelNotFound("404"), chat.ask("404").error());
    assertEquals(new ModelError.Protocol(host(), "nothing at that address (404)"), chat.ask("404-other").error());
    assertEquals(new ModelError.RateLimited(host()), chat.ask("429").error());
    assertEquals(new ModelError.Server(host(), 500, "model requires more system memory"), chat.ask("500").error());
    assertEquals(new ModelError.Server(host(), 502, "a web page, not Ollama"), chat.ask("html502").error());
    assertEquals(new ModelError.Busy(host()), chat.ask("503").error());
    assertInstanceOf(ModelError.Protocol.class, chat.ask("moved").error());
  }

  @Test
  void whatNeverWasAConnectionIsUnreachable() {
    assertEquals(new ModelError.Unreachable(host(), "it hung up"), chat.ask("hangup").error());
    assertInstanceOf(ModelError.Protocol.class, chat.ask("nothttp").error());
    String gone = host();
    chat.close();
    assertEquals(new ModelError.Unreachable(gone, "connection refused"), chat.ask("fast").error());
  }

  @Test
  void anUnknownHostIsUnreachable() {
    OllamaChatModel nowhere = new OllamaChatModel(ChatFixture.endpoint("no-such-host.invalid"));
    Outcome outcome = ChatFixture.ask(nowhere, ChatFixture.request("fast", "a"));
    assertEquals(new ModelError.Unreachable("no-such-host.invalid:11434", "unknown host"), outcome.error());
  }

  @Test
  void aPlainServerAskedForEncryptionIsUnreachable() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> refuseEncryption(plain));
      Endpoint endpoint = ChatFixture.endpoint("https://127.0.0.1:" + plain.getLocalPort());
      Outcome outcome = ChatFixture.ask(new OllamaChatModel(endpoint), ChatFixture.request("fast", "a"));
      // Whether its words or its hanging up come first is up to the kernel.
      ModelError.Unreachable error = assertInstanceOf(ModelError.Unreachable.class, outcome.error());
      assertEquals(endpoint.label(), error.host());
    }
  }

  private static void refuseEncryption(ServerSocket plain) {
    try (Socket socket = plain.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void chatsUseOneConnectionAgain() {
    chat.ask("fast");
    chat.ask("many");
    chat.ask("500");
    chat.ask("fast");
    assertEquals(1, chat.server.connections());
  }

  @Test
  void aKeptConnectionThatTheServerGaveUpIsNoError() {
    chat.ask("stale");
    assertEquals("fresh", chat.ask("stale").content());
    assertEquals(List.of(1, 1, 2), chat.server.chats().stream().map(Request::connection).toList());
  }

  @Test
  void aFreshConnectionThatBreaksIsNotTriedAgain() {
    chat.ask("hangup");
    assertEquals(1, chat.server.chats().size());
  }

  private String host() {
    return "127.0.0.1:" + chat.server.uri().getPort();
  }
}
