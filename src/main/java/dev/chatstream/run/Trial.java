package dev.chatstream.run;

import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.model.ModelException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One row tried before a run is begun. Nothing is written.
///
/// @param millis from the question to the end of the answer
/// @param tokens of the answer; -1 when the server did not tell
public record Trial(FrozenRow row, String answer, long millis, long tokens) {

  /// Asks the plan's first model about this row. Blocks; an interrupt breaks it off.
  ///
  /// @param prompted a row that has a prompt
  public static Trial of(RunPlan plan, RunHost host, FrozenRow prompted) throws ModelException, RunRefused {
    String model = plan.models().getFirst();
    Lane lane = new Lane(host, RunPace.USUAL);
    lane.look(List.of(model));
    if (lane.model(model).isEmpty()) {
      throw new RunRefused(RunRefused.Kind.NO_MODEL, model + " isn't on " + host.name() + ".");
    }
    StringBuilder answer = new StringBuilder();
    long begun = System.nanoTime();
    Metrics metrics = host.connect().get().chat(
        RowWork.request(plan, lane.model(model), prompted.prompt(), Instant.now()), (text, thinking) -> {
          if (!thinking) {
            answer.append(text);
          }
        });
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return new Trial(prompted, answer.toString(), millis, metrics.tokens());
  }

  /// How long so many answers take at this pace: a guess, as nobody knows how much the server does at once.
  public Duration estimate(int answers, int parallel) {
    return Duration.ofMillis(millis * answers / Math.max(1, parallel));
  }
}
