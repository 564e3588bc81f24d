package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import io.github.ollama4j.exceptions.OllamaException;
import io.github.ollama4j.models.chat.OllamaChatMessage;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import io.github.ollama4j.models.chat.OllamaChatResult;
import io.github.ollama4j.models.request.OllamaChatEndpointCaller;
import java.io.IOException;

/// ollama4j's caller of `/api/chat`, with its request and response types, over our transport. One call each.
///
/// What the library's own `callSync` does otherwise, and why that won't do here: it makes a client for each call, reads
/// each line twice, takes a stream that was cut for an answer, loses the status, an error in mid-stream and the content
/// beside thinking, and can't tell a server that is silent from one that writes (docs/adr/0004).
final class StreamingChatCaller extends OllamaChatEndpointCaller {

  private final Transport transport;
  private final String host;
  private final Patience patience;
  private final TokenSink sink;
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private long started;
  private long firstTokenNanos = -1;

  StreamingChatCaller(Endpoint at, Transport transport, Patience patience, TokenSink sink) {
    // Address, key and time limit are for the library's own sending; the transport has its own.
    super(at.uri().toString(), null, 0);
    this.transport = transport;
    this.host = at.label();
    this.patience = patience;
    this.sink = sink;
  }

  /// From the call to the first token; -1 when none came.
  long firstTokenNanos() {
    return firstTokenNanos;
  }

  /// Sends the request and hands the answer to the sink as it comes.
  ///
  /// @return the last line of the stream, with the whole answer as its message
  /// @throws OllamaException whose cause is the [ModelException] that says why
  @Override
  public OllamaChatResult callSync(OllamaChatRequest body) throws OllamaException, InterruptedException {
    started = System.nanoTime();
    byte[] json = Wire.bytes(body);
    sink.sending();
    try (Exchange exchange = transport.open(endpoint, json, patience.firstToken())) {
      Failures.requireOk(exchange, host, body.getModel());
      OllamaChatResponseModel last = readToDone(exchange.lines());
      exchange.finish();
      last.setMessage(answer());
      return new OllamaChatResult(last, body.getMessages());
    } catch (ModelException e) {
      throw new OllamaException(e.getMessage(), e);
    }
  }

  private OllamaChatMessage answer() {
    String thoughts = thinking.isEmpty() ? null : thinking.toString();
    return new OllamaChatMessage(OllamaChatMessageRole.ASSISTANT, content.toString(), thoughts, null, null);
  }

  private OllamaChatResponseModel readToDone(LineReader lines) throws ModelException, InterruptedException {
    while (lines.next(firstTokenNanos < 0 ? patience.firstToken() : patience.idle())) {
      OllamaChatResponseModel chunk = parse(lines);
      if (chunk.getError() != null) {
        throw new ModelException(Failures.ofLine(host, lines, firstTokenNanos >= 0));
      }
      if (chunk.getMessage() != null) {
        deliver(chunk.getMessage());
      }
      if (chunk.isDone()) {
        return chunk;
      }
    }
    throw new ModelException(new ModelError.StreamTruncated(host));
  }

  private OllamaChatResponseModel parse(LineReader line) throws ModelException {
    try {
      return Wire.chunk(line.bytes(), line.from(), line.length());
    } catch (IOException e) {
      ModelError error =
          line.isCutShort() ? new ModelError.StreamTruncated(host) : Failures.ofLine(host, line, firstTokenNanos >= 0);
      throw new ModelException(error, e);
    }
  }

  /// Both texts of a message that has both: a model may close its thoughts and begin its answer in one piece.
  private void deliver(OllamaChatMessage message) throws InterruptedException {
    deliver(message.getThinking(), true, thinking);
    deliver(message.getResponse(), false, content);
  }

  private void deliver(String text, boolean isThinking, StringBuilder whole) throws InterruptedException {
    if (text == null || text.isEmpty()) {
      return;
    }
    if (firstTokenNanos < 0) {
      firstTokenNanos = System.nanoTime() - started;
    }
    whole.append(text);
    sink.token(text, isThinking);
  }
}
