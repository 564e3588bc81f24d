package dev.chatstream.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/// What the scripted server can do, by the name of the model that is asked for.
public final class Scenarios {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Scenarios() {}

  /// Every scenario that a server has from the start.
  static Map<String, Scenario> all() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("fast", answer("Hello", ", ", "world", "."));
    all.put("many", (request, reply) -> reply.tokens(20_000, "word ").done(20_000).end());
    all.put("slow", paced(1_000, Duration.ofMillis(5)));
    all.put("stall", (request, reply) -> reply.token("one ").awaitClientClose());
    all.put("preslow", (request, reply) -> reply.awaitClientClose());
    all.put("headers-only", (request, reply) -> reply.begin().awaitClientClose());
    all.put("echo", (request, reply) -> reply.token(lastMessage(request)).done(1).end());
    all.put("think", (request, reply) -> reply.piece("Let me see.", "").token("42").done(2).end());
    all.put("both", (request, reply) -> reply.piece("so", "42").done(1).end());
    addBroken(all);
    addOdd(all);
    addStatuses(all);
    return all;
  }

  private static void addBroken(Map<String, Scenario> all) {
    all.put("errmid", (request, reply) -> reply.token("one ").line("{\"error\":\"llama runner has died\"}").end());
    all.put("nodone", (request, reply) -> reply.token("one ").token("two").end());
    all.put("cut", (request, reply) -> reply.token("one ").clientClosesWithin(Duration.ofMillis(100)));
    all.put("hangup", (request, reply) -> reply.reset());
    all.put("nothttp", (request, reply) -> reply.raw("220 mail ready\r\n\r\n"));
    all.put("garbage", (request, reply) -> reply.token("one ").line("&%$ not json").token("two").done(2).end());
    all.put("html200", (request, reply) -> reply.send(200, "text/html", "<html><body>Sign in</body></html>"));
    all.put("noend", (request, reply) -> reply.token("one").done(1).awaitClientClose());
  }

  private static void addOdd(Map<String, Scenario> all) {
    all.put("blank", (request, reply) -> reply.token("one ").line("").line("  \r").token("two").done(2).end());
    all.put("nulls", (request, reply) -> reply.line("{\"message\":{\"role\":null,\"content\":null},\"done\":false}")
        .token("one").done(1).end());
    all.put("nomessage", (request, reply) -> reply.token("one").line("{\"done\":true,\"eval_count\":1}").end());
    all.put("newfields", (request, reply) -> reply
        .line("{\"new\":[1],\"message\":{\"role\":\"oracle\",\"content\":\"one\",\"new\":{}}}").done(1).end());
    all.put("split", bytewise("{\"message\":{\"content\":\"Zürich 日本 👩‍🚀\"}}\n{\"done\":true}\n"));
    all.put("big", (request, reply) -> reply.token("x".repeat(2_000_000)).done(1).end());
    all.put("endless", (request, reply) -> {
      byte[] megabyte = new byte[1_000_000];
      Arrays.fill(megabyte, (byte) 'x');
      for (int i = 0; i < 40; i++) {
        reply.bytes(megabyte);
      }
    });
    all.put("stale", (request, reply) -> {
      if (request.numberOnConnection() > 1) {
        reply.reset();
      } else {
        reply.token("fresh").done(1).end();
      }
    });
  }

  private static void addStatuses(Map<String, Scenario> all) {
    all.put("400", (request, reply) -> reply.error(400, "\"400\" does not support thinking"));
    all.put("401", (request, reply) -> reply.send(401, "application/json",
        "{\"error\":\"unauthorized\",\"signin_url\":\"https://ollama.test/connect\"}"));
    all.put("403", (request, reply) -> reply.send(403, "text/plain", ""));
    all.put("404", (request, reply) -> reply.error(404, "model '404' not found"));
    all.put("404-other", (request, reply) -> reply.send(404, "text/plain", "404 page not found"));
    all.put("429", (request, reply) -> reply.error(429, "too many requests"));
    all.put("500", (request, reply) -> reply.error(500, "model requires more system memory"));
    all.put("html502", (request, reply) -> reply.send(502, "text/html",
        "<html><h1>502 Bad Gateway</h1>" + " ".repeat(300_000) + "</html>"));
    all.put("503", (request, reply) -> reply.error(503, "server busy, please try again."));
    all.put("moved", (request, reply) -> reply.send(301, "text/html", "", "Location: https://elsewhere.test/"));
  }

  /// These pieces, then the end.
  public static Scenario answer(String... pieces) {
    return (request, reply) -> {
      for (String piece : pieces) {
        reply.token(piece);
      }
      reply.done(pieces.length).end();
    };
  }

  /// One piece, then the connection breaks once the permit is there: whoever has read the piece gives it. (The JDK's
  /// client drops what it has not read yet when a connection breaks.)
  ///
  /// @param how with a reset, in the middle of a line, or just so
  public static Scenario breaking(Semaphore seen, Break how) {
    return (request, reply) -> {
      reply.token("one ");
      seen.acquire();
      switch (how) {
        case RESET -> reply.reset();
        case IN_LINE -> reply.bytes(utf8("{\"model\":\"cu"));
        case CLOSE -> {
        }
      }
    };
  }

  /// How a connection breaks.
  public enum Break {
    RESET,
    IN_LINE,
    CLOSE
  }

  /// A piece at a time, this far apart, for as long as the client listens.
  public static Scenario paced(int pieces, Duration apart) {
    return (request, reply) -> {
      for (int i = 0; i < pieces; i++) {
        reply.token("word" + i + " ");
        if (reply.clientClosesWithin(apart)) {
          return;
        }
      }
      reply.done(pieces).end();
    };
  }

  /// A piece for each permit, so that a test says when the next one comes.
  public static Scenario stepped(Semaphore permits, String... pieces) {
    return (request, reply) -> {
      reply.begin();
      for (String piece : pieces) {
        permits.acquire();
        reply.token(piece);
      }
      permits.acquire();
      reply.done(pieces.length).end();
    };
  }

  /// A body whose every byte comes alone.
  private static Scenario bytewise(String body) {
    return (request, reply) -> {
      for (byte one : utf8(body)) {
        reply.bytes(new byte[] {one});
      }
      reply.end();
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String lastMessage(Request request) throws IOException {
    JsonNode messages = JSON.readTree(request.body()).path("messages");
    return messages.path(messages.size() - 1).path("content").asText();
  }
}
