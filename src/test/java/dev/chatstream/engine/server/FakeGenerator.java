package dev.chatstream.engine.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Says the words it is told to say; can be made to wait in the prompt or to fail in the middle.
final class FakeGenerator implements Generator {
  final List<Sampling> samplings = new ArrayList<>();
  final List<Integer> loads = new ArrayList<>();
  final CountDownLatch begun = new CountDownLatch(1);
  final CountDownLatch interrupted = new CountDownLatch(1);
  volatile CountDownLatch prompt = new CountDownLatch(0);
  volatile List<String> words = List.of("one", " two", " three");
  volatile String failure = "";
  private volatile int context;

  @Override
  public ModelFacts facts() {
    Map<String, Object> metadata = Map.of("general.architecture", "llama", "llama.context_length", 512L);
    return new ModelFacts(1_000, 0, 134_515_008, "Q4_1", "", metadata);
  }

  @Override
  public int contextTokens() {
    return context;
  }

  @Override
  public void load(int contextTokens) {
    if (contextTokens > context) {
      loads.add(contextTokens);
      context = contextTokens;
    }
  }

  @Override
  public String applyTemplate(List<ChatMessage> messages) {
    return String.join(" ", messages.stream().map(ChatMessage::content).toList());
  }

  @Override
  public int countTokens(String text) {
    return text.split(" ").length;
  }

  @Override
  public Outcome generate(String text, Sampling sampling, PieceSink sink)
      throws ApiException, InterruptedException, IOException {
    samplings.add(sampling);
    begun.countDown();
    try {
      prompt.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
    int count = 0;
    for (String word : words) {
      if (count == sampling.limit()) {
        return new Outcome(count, true, 10, 20);
      }
      count++;
      if (!sink.take(word)) {
        return new Outcome(count, false, 10, 20);
      }
    }
    if (!failure.isEmpty()) {
      throw new ApiException(500, failure);
    }
    return new Outcome(count, false, 10, 20);
  }

  @Override
  public float[] embed(String text) {
    return new float[] {3, 4};
  }
}
