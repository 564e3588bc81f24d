package dev.chatstream.engine.server;

import java.io.IOException;
import java.util.List;

/// Answers `/api/chat` and `/api/generate`, one at a time.
final class TextCalls {
  private final String model;
  private final Generator generator;
  private final Residence residence;
  private final int standardContext;

  /// @param standardContext the window of a call that names none
  TextCalls(String model, Generator generator, Residence residence, int standardContext) {
    this.model = model;
    this.generator = generator;
    this.residence = residence;
    this.standardContext = standardContext;
  }

  /// @param call checked
  /// @param begin when it came, by `System.nanoTime()`: waiting for the model counts
  void answer(TextCall call, HttpReply reply, long begin) throws ApiException, IOException, InterruptedException {
    TextAnswer answer = new TextAnswer(call, model, reply);
    if (call.empty() && call.keepAlive().isZero()) {
      residence.used(call.keepAlive());
      answer.end("unload");
      return;
    }
    long loadBegin = System.nanoTime();
    int window = window(call.options().numCtx());
    generator.load(window);
    long loadNanos = System.nanoTime() - loadBegin;
    try {
      if (call.empty()) {
        answer.end("load");
      } else {
        generate(call, answer, window, begin, loadNanos);
      }
    } finally {
      residence.used(call.keepAlive());
    }
  }

  /// No larger than the model was trained for, as Ollama does it.
  private int window(int asked) {
    int window = asked == 0 ? standardContext : asked;
    int trained = generator.facts().trainedContext();
    return trained > 0 ? Math.min(trained, window) : window;
  }

  /// An answer at the end is gone on with, as Ollama does it: the model reads it as what it has begun to say.
  private String prompt(List<Generator.ChatMessage> messages) throws ApiException {
    Generator.ChatMessage last = messages.getLast();
    boolean begun = messages.size() > 1 && last.role().equals("assistant");
    return begun
        ? generator.applyTemplate(messages.subList(0, messages.size() - 1)) + last.content()
        : generator.applyTemplate(messages);
  }

  private void generate(TextCall call, TextAnswer answer, int window, long begin, long loadNanos)
      throws ApiException, IOException, InterruptedException {
    String prompt = call.rawPrompt().isEmpty() ? prompt(call.messages()) : call.rawPrompt();
    int promptTokens = generator.countTokens(prompt);
    if (promptTokens == 0) {
      throw ApiException.bad("the prompt holds no token");
    }
    int room = window - promptTokens;
    if (room < 1) {
      throw ApiException.bad("the prompt has " + promptTokens + " tokens and exceeds the context window of " + window
          + " tokens (num_ctx); nothing was cut and nothing generated");
    }
    int wanted = call.options().numPredict();
    Sampling sampling = call.options().sampling(wanted > 0 ? Math.min(wanted, room) : room, call.schema());
    StopWords stops = new StopWords(call.options().stop());
    Generator.Outcome outcome = generator.generate(prompt, sampling, piece -> {
      answer.text(stops.take(piece));
      return !stops.found();
    });
    answer.text(stops.end());
    answer.end(outcome.atLimit() ? "length" : "stop", new TextAnswer.Metrics(System.nanoTime() - begin, loadNanos,
        promptTokens, outcome.promptNanos(), outcome.generatedTokens(), outcome.evalNanos()));
  }
}
