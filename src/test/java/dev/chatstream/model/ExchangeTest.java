package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

  private static final Duration ANY = Duration.ofSeconds(1);

  private String ending = "not closed";

  private Exchange begin(String answer) throws IOException, InterruptedException {
    ByteArrayInputStream all = new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1));
    ByteSource bytewise = (target, from, length, patience) -> all.read(target, from, Math.min(length, 1));
    return Exchange.begin("stage", bytewise, ANY, free -> ending = free ? "free" : "closed");
  }

  private String body(String answer) throws Exception {
    try (Exchange exchange = begin(answer)) {
      return new String(exchange.read(1000, ANY), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void aBodyEndsByChunksByLengthOrWithTheConnection() throws Exception {
    String chunks = "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n";
    assertEquals("abcde free", body("HTTP/1.1 200 OK\r\n" + chunks) + " " + ending);
    assertEquals("abcde free", body("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nabcde") + " " + ending);
    assertEquals("abcde closed", body("HTTP/1.1 200 OK\r\n\r\nabcde") + " " + ending);
  }

  @Test
  void aConnectionThatIsNotToBeUsedAgainIsClosed() throws Exception {
    assertEquals("a closed", body("HTTP/1.1 200\r\nConnection: close\r\nContent-Length: 1\r\n\r\na") + " " + ending);
    assertEquals("a closed", body("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na") + " " + ending);
    begin("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab").close();
    assertEquals("closed", ending);
  }

  @Test
  void whatOnlySaysToWaitIsSkipped() throws Exception {
    assertEquals("a", body("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"));
  }

  @Test
  void anAnswerWithoutABodyHasNone() throws Exception {
    assertEquals(" free", body("HTTP/1.1 204 No Content\r\n\r\n") + " " + ending);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 mail ready\r\n\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
      })
  void whatIsNoHttpIsRefused(String answer) {
    assertThrows(ProtocolException.class, () -> begin(answer));
  }

  @Test
  void headersWithoutEndAreRefused() {
    assertThrows(ProtocolException.class, () -> begin("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000)));
    assertThrows(ProtocolException.class, () -> begin("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(20_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3\r\n\r\nab",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nab",
        "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\na",
      })
  void aBodyThatIsNotWholeIsNoBody(String answer) {
    assertThrows(ModelException.class, () -> body("HTTP/1.1 200 OK\r\n" + answer));
    assertEquals("closed", ending);
  }

  @Test
  void aHeadThatIsCutIsABrokenConnection() {
    assertThrows(EOFException.class, () -> begin("HTTP/1.1 200 OK\r\nContent-"));
  }

  @Test
  void whatExceedsTheLimitIsLeftOut() throws Exception {
    try (Exchange exchange = begin("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde")) {
      assertEquals("abc", new String(exchange.read(3, ANY), StandardCharsets.ISO_8859_1));
    }
    assertEquals("closed", ending);
  }

  @Test
  void anInterruptAfterTheLastLineLosesTheConnectionAndNotTheAnswer() throws Exception {
    String lines = "{\"message\":{\"content\":\"whole\"}}\n{\"done\":true}\n";
    Transport stage =
        (path, json, patience) -> {
          try {
            return begin("HTTP/1.1 200 OK\r\nContent-Length: " + lines.length() + "\r\n\r\n" + lines);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        };
    StreamingChatCaller caller =
        new StreamingChatCaller(
            Endpoint.parse(""), stage, Patience.DEFAULT, (text, thinking) -> Thread.currentThread().interrupt());
    String answer =
        caller.callSync(WireRequest.of(ChatFixture.request("m", "a"))).getResponseModel().getMessage().getResponse();
    assertEquals("whole", answer);
    assertEquals("closed", ending);
    assertFalse(Thread.interrupted(), "the interrupt stayed");
  }
}
