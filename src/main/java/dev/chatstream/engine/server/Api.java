package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;

/// Ollama's API, as far as one small model goes: which call does what.
final class Api implements LoopbackServer.CallHandler {
  /// Calls that may wait while one is answered.
  static final int MOST_WAITING = 8;
  private static final String VERSION = "0.1.0-embedded";
  private static final Map<String, String> METHODS = Map.of("/api/version", "GET", "/api/tags", "GET", "/api/ps", "GET",
      "/api/show", "POST", "/api/chat", "POST", "/api/generate", "POST", "/api/embed", "POST");

  private final byte[] authorization;
  private final Generator generator;
  private final ModelCalls models;
  private final TextCalls texts;
  private final WorkQueue queue = new WorkQueue(MOST_WAITING);

  /// @param secret what each call must carry
  /// @param model the model's name
  /// @param standardContext the window of a call that names none
  Api(String secret, String model, Generator generator, int standardContext, Clock clock) {
    this.authorization = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    this.generator = generator;
    Residence residence = new Residence(clock);
    this.models = new ModelCalls(model, generator, residence);
    this.texts = new TextCalls(model, generator, residence, standardContext);
  }

  @Override
  public void admit(Map<String, String> headers) throws ApiException {
    byte[] given = headers.getOrDefault("authorization", "").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, authorization)) {
      throw new ApiException(401, "unauthorized");
    }
  }

  @Override
  public void handle(HttpRequest request, HttpReply reply) throws IOException, ApiException, InterruptedException {
    long begin = System.nanoTime();
    String method = METHODS.get(request.path());
    if (method == null) {
      throw new ApiException(404, "this engine has no " + request.path());
    }
    if (!method.equals(request.method())) {
      throw new ApiException(405, request.path() + " takes " + method);
    }
    switch (request.path()) {
      case "/api/version" -> reply.whole(200, Fields.object().put("version", VERSION));
      case "/api/tags" -> reply.whole(200, models.tags());
      case "/api/ps" -> reply.whole(200, models.ps());
      default -> post(request.path(), Fields.parse(request.body()), reply, begin);
    }
  }

  private void post(String path, ObjectNode call, HttpReply reply, long begin)
      throws IOException, ApiException, InterruptedException {
    String asked = Fields.text(call, "model");
    models.require(asked.isEmpty() ? Fields.text(call, "name") : asked);
    switch (path) {
      case "/api/show" -> reply.whole(200, models.show());
      case "/api/embed" -> {
        EmbedCall embed = EmbedCall.of(call);
        queue.run(() -> {
          generator.load(1);
          reply.whole(200, embed.answer(models.name(), generator, begin));
        });
      }
      default -> {
        TextCall text = path.equals("/api/chat")
            ? TextCall.chat(call, models.name())
            : TextCall.generate(call, models.name());
        queue.run(() -> texts.answer(text, reply, begin));
      }
    }
  }
}
