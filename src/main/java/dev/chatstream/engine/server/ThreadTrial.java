package dev.chatstream.engine.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds out how many threads generate fastest, in a process of its own because the binding never gives memory back.
/// Two rounds, the best of each number counts: another program may be at work.
final class ThreadTrial {
  private static final int WINDOW = 256;
  private static final int TOKENS = 24;
  private static final int ROUNDS = 2;
  private static final long MOST_NANOS = 2_000_000_000L;
  private static final int MOST_THREADS = 16;
  private static final String PROMPT = "Once upon a time there was";

  private ThreadTrial() {}

  static int run(Path file, Path cache, int cores) throws IOException, ApiException {
    LlamaLibrary.load(cache);
    ModelFacts facts = GgufReader.read(file);
    Map<Integer, Generator> candidates = new LinkedHashMap<>();
    for (int threads = 1; threads <= Math.min(cores, MOST_THREADS); threads *= 2) {
      Generator generator = new LlamaGenerator(file, facts, threads);
      generator.load(WINDOW);
      candidates.put(threads, generator);
    }
    Map<Integer, Double> speeds = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<Integer, Generator> candidate : candidates.entrySet()) {
        speeds.merge(candidate.getKey(), speed(candidate.getValue()), Math::max);
      }
    }
    speeds.forEach((threads, speed) -> Log.line("trial: " + threads + " threads, " + Math.round(speed) + " tokens/s"));
    return speeds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static double speed(Generator generator) throws ApiException, IOException {
    Sampling greedy = new Sampling(0, 1, 1, 0, 1, 0, 1, 0, 0, 0, 5, 0.1f, 1, TOKENS, "");
    long end = System.nanoTime() + MOST_NANOS;
    try {
      Generator.Outcome outcome = generator.generate(PROMPT, greedy, piece -> System.nanoTime() < end);
      return outcome.generatedTokens() * 1e9 / Math.max(1, outcome.evalNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
