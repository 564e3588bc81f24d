package dev.chatstream.run;

import dev.chatstream.core.model.ModelChoice;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// One server and how it fares: how many rows it takes at once, until when it is left alone, whether it is gone. All
/// but [#look] and [#model] is called under the scheduler's monitor.
final class Lane {

  /// So many answers in a row, and a server that was busy is trusted with one more at once.
  private static final int GOOD = 4;

  private final RunHost host;
  private final RunPace pace;
  private final Deque<ModelServer> idle = new ArrayDeque<>();
  private final Map<String, ModelInfo> models = new ConcurrentHashMap<>();
  private int running;
  private int allowed = RunPlan.MOST_PARALLEL;
  private int good;
  private int bad;
  private long notBefore = System.nanoTime();
  private boolean gone;
  private String words = "";

  Lane(RunHost host, RunPace pace) {
    this.host = host;
    this.pace = pace;
  }

  String name() {
    return host.name();
  }

  /// Asks the server which of these models it has. Blocks.
  void look(List<String> wanted) throws ModelException {
    ModelServer server = host.connect().get();
    List<ModelInfo> there = server.models();
    for (String model : wanted) {
      for (ModelInfo info : there) {
        if (ModelChoice.names(model, info.name())) {
          models.put(model, info.contextLength() > 0 ? info : filledIn(server, info));
        }
      }
    }
  }

  private static ModelInfo filledIn(ModelServer server, ModelInfo info) {
    try {
      return info.with(server.details(info.name()));
    } catch (ModelException unknown) {
      return info; // Its window is then taken for any.
    }
  }

  /// What is known of a model; empty when the server hasn't got it.
  Optional<ModelInfo> model(String name) {
    return Optional.ofNullable(models.get(name));
  }

  /// Whether it takes one more row just now.
  boolean takes(String model, long now) {
    return !gone && running < allowed && now - notBefore >= 0 && models.containsKey(model);
  }

  int running() {
    return running;
  }

  boolean isGone() {
    return gone;
  }

  /// Nanoseconds until it may be sent something again, or looked at when it is gone.
  long rest(long now) {
    return Math.max(0, notBefore - now);
  }

  /// Why it gets nothing just now; empty when it does.
  String words(long now) {
    return gone || rest(now) > 0 ? words : "";
  }

  ModelServer begin() {
    running++;
    return idle.isEmpty() ? host.connect().get() : idle.pop();
  }

  void end(ModelServer server) {
    running--;
    idle.push(server);
  }

  /// A row was answered.
  void wentWell() {
    bad = 0;
    gone = false;
    if (++good >= GOOD && allowed < RunPlan.MOST_PARALLEL) {
      allowed++;
      good = 0;
    }
  }

  /// It wants fewer requests.
  void busy(String why, long now) {
    good = 0;
    allowed = Math.max(1, Math.min(allowed, running) / 2);
    leaveAlone(why, now);
  }

  /// It does not answer.
  void lost(String why, long now) {
    gone = true;
    good = 0;
    leaveAlone(why, now);
  }

  /// It answers again.
  void found() {
    gone = false;
    bad = 0;
    notBefore = System.nanoTime();
  }

  private void leaveAlone(String why, long now) {
    if (now - notBefore < 0) {
      return; // Several rows were told the same at once.
    }
    long rest = pace.busy().toNanos() << Math.min(bad++, 20);
    notBefore = now + Math.min(rest, pace.longest().toNanos());
    words = why;
  }
}
