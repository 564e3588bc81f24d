package dev.chatstream.model;

import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.testing.ScriptedOllama;
import io.github.ollama4j.models.request.OllamaChatEndpointCaller;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// The figures of docs/adr/0004, each from a fresh JVM. The scripted server runs in the same JVM, so its own work is in
/// the figures. Not a test: it asserts nothing.
final class TransportBench {

  private TransportBench() {}

  public static void main(String[] args) throws Exception {
    try (ScriptedOllama server = ScriptedOllama.start()) {
      switch (args[0]) {
        case "parse" -> parse(server);
        case "parse-library" -> parseLibrary(server);
        case "enter" -> enter(server, true);
        case "enter-cold" -> enter(server, false);
        case "cancel" -> cancel(server);
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  private static OllamaChatModel model(ScriptedOllama server) throws ModelException {
    return new OllamaChatModel(Endpoint.parse(server.uri().toString()));
  }

  private static ChatRequest request(String name) {
    return ChatFixture.request(name, "Why is the sky blue?");
  }

  private static void parse(ScriptedOllama server) throws Exception {
    OllamaChatModel model = model(server);
    model.warm();
    AtomicLong pieces = new AtomicLong();
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      model.chat(request("many"), (text, thinking) -> pieces.incrementAndGet());
      say("20,000 pieces, run %d: %.1f ms", i + 1, millis(System.nanoTime() - start));
    }
    say("pieces in all: %d", pieces.get());
  }

  private static void parseLibrary(ScriptedOllama server) throws Exception {
    Wire.bytes("mends the leak");
    for (int i = 0; i < 5; i++) {
      AtomicLong pieces = new AtomicLong();
      long start = System.nanoTime();
      new OllamaChatEndpointCaller(server.uri().toString(), null, 600)
          .call(WireRequest.of(request("many")), chunk -> pieces.incrementAndGet());
      say("the library's caller, %d pieces, run %d: %.1f ms", pieces.get(), i + 1, millis(System.nanoTime() - start));
    }
  }

  /// From the call of chat to the whole request read by the server, and to the first piece in the sink.
  private static void enter(ScriptedOllama server, boolean warm) throws Exception {
    AtomicLong arrived = new AtomicLong();
    AtomicLong answered = new AtomicLong();
    AtomicLong heard = new AtomicLong();
    server.script(
        "timed",
        (request, reply) -> {
          arrived.set(request.readNanos());
          reply.begin();
          answered.set(System.nanoTime());
          reply.token("a").done(1).end();
        });
    OllamaChatModel model = model(server);
    if (warm) {
      long start = System.nanoTime();
      model.warm();
      say("warm(): %.1f ms", millis(System.nanoTime() - start));
    }
    double[] toServer = new double[200];
    double[] toSink = new double[200];
    for (int i = 0; i < toServer.length; i++) {
      Thread turn = Thread.ofPlatform().unstarted(() -> ask(model, heard));
      long start = System.nanoTime();
      turn.start();
      turn.join();
      toServer[i] = millis(arrived.get() - start);
      toSink[i] = millis(heard.get() - answered.get());
    }
    say("to the server: first %.2f, second %.2f, median %.2f ms", toServer[0], toServer[1], median(toServer));
    say("first piece to the sink: first %.2f, second %.2f, median %.2f ms", toSink[0], toSink[1], median(toSink));
  }

  private static void ask(OllamaChatModel model, AtomicLong heard) {
    try {
      model.chat(request("timed"), (text, thinking) -> heard.set(System.nanoTime()));
    } catch (ModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void cancel(ScriptedOllama server) throws Exception {
    OllamaChatModel model = model(server);
    double[] toCaller = new double[50];
    double[] toServer = new double[50];
    for (int i = 0; i < toCaller.length; i++) {
      CountDownLatch first = new CountDownLatch(1);
      AtomicLong ended = new AtomicLong();
      Thread turn =
          Thread.ofVirtual()
              .start(
                  () -> {
                    ChatFixture.ask(
                        (asked, sink) -> model.chat(asked, (text, thinking) -> first.countDown()), request("slow"));
                    ended.set(System.nanoTime());
                  });
      first.await();
      long start = System.nanoTime();
      turn.interrupt();
      turn.join();
      server.awaitIdle();
      toServer[i] = millis(System.nanoTime() - start);
      toCaller[i] = millis(ended.get() - start);
    }
    say("interrupt to the end of the call: first %.2f, median %.2f, worst %.2f ms", spread(toCaller));
    say("interrupt to the close at the server: first %.2f, median %.2f, worst %.2f ms", spread(toServer));
  }

  private static Object[] spread(double[] values) {
    return new Object[] {values[0], median(values), Arrays.stream(values).max().orElseThrow()};
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
