package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.Pull;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tinylog.Logger;

/// Models that the server fetches, one after the other. What was stopped or broke off keeps its place and its figures
/// until it is resumed or forgotten: the server keeps the bytes, so resuming is asking for it again.
final class Pulls implements AutoCloseable {

  private static final long PAUSE = Duration.ofMillis(250).toNanos();

  private final EventBus<Event> bus;
  private final Supplier<Optional<ModelServer>> server;
  private final List<Pull> pulls = new ArrayList<>();
  private Thread worker;
  private String running = "";
  private boolean closed;

  Pulls(EventBus<Event> bus, Supplier<Optional<ModelServer>> server) {
    this.bus = bus;
    this.server = server;
  }

  /// Puts a model into the queue; one that is there already stays where it is.
  synchronized void add(String name) {
    Optional<Pull> before = find(name);
    if (before.filter(Pull::active).isPresent() || closed) {
      return;
    }
    before.ifPresent(pulls::remove);
    pulls.add(Pull.queued(name, before.map(Pull::done).orElse(0L), before.map(Pull::total).orElse(0L)));
    tell();
    if (worker == null) {
      worker = Thread.ofVirtual().name("pulls").start(this::work);
    }
  }

  /// Stops fetching a model.
  synchronized void stop(String name) {
    replace(name, pull -> pull.active() ? pull.at(Pull.Stage.STOPPED, "") : pull);
    if (running.equals(name) && worker != null) {
      worker.interrupt();
    }
    tell();
  }

  /// Forgets a pull that is not active.
  synchronized void forget(String name) {
    pulls.removeIf(pull -> pull.name().equals(name) && !pull.active());
    tell();
  }

  synchronized List<String> names() {
    return pulls.stream().map(Pull::name).toList();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (worker != null) {
      worker.interrupt();
    }
  }

  private void work() {
    for (Optional<String> next = begin(); next.isPresent(); next = begin()) {
      fetch(next.get());
    }
  }

  private synchronized Optional<String> begin() {
    // An interrupt was for the one before.
    Thread.interrupted();
    Optional<Pull> next = closed
        ? Optional.empty()
        : pulls.stream().filter(pull -> pull.stage() == Pull.Stage.QUEUED).findFirst();
    running = next.map(Pull::name).orElse("");
    if (next.isEmpty()) {
      worker = null;
    } else {
      replace(running, pull -> pull.at(Pull.Stage.RUNNING, "asking for it"));
      tell();
    }
    return next.map(Pull::name);
  }

  private void fetch(String name) {
    Optional<ModelServer> known = server.get();
    if (known.isEmpty()) {
      ended(name, new ModelError.Unreachable("The model server", "nobody has asked it yet"));
      return;
    }
    PullPace pace = new PullPace();
    long[] told = {System.nanoTime() - PAUSE};
    try {
      Logger.info("{} fetches {}", known.get().endpoint().label(), name);
      known.get().keeper().pull(name, (what, done, total) -> {
        long now = System.nanoTime();
        if (now - told[0] >= PAUSE) {
          told[0] = now;
          progress(name, what, done, total, pace, now);
        }
      });
      whole(name);
    } catch (ModelException failed) {
      ended(name, failed.error());
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "the pull ended unforeseen");
      ended(name, new ModelError.Protocol(known.get().endpoint().label(), "the log says more"));
    }
  }

  /// Parts that the server names later don't make the figures jump back.
  private synchronized void progress(String name, String what, long done, long total, PullPace pace, long now) {
    pace.take(done, now);
    replace(name, pull -> pull.stage() != Pull.Stage.RUNNING
        ? pull
        : new Pull(
            name, Pull.Stage.RUNNING, what, total == 0 ? pull.done() : done, total == 0 ? pull.total() : total,
            pace.bytesPerSecond(), pace.secondsLeft(total), pace.quietSeconds(now)));
    tell();
  }

  private synchronized void whole(String name) {
    Logger.info("{} is here", name);
    pulls.removeIf(pull -> pull.name().equals(name));
    tell();
    bus.publishEnding(new Event.ModelsTold(Phrase.of(name + " is here.").then(Action.MODEL, "chooses it."), false));
  }

  private synchronized void ended(String name, ModelError error) {
    if (error instanceof ModelError.Cancelled) {
      Logger.info("fetching {} was stopped", name);
      replace(name, pull -> pull.active() ? pull.at(Pull.Stage.STOPPED, "") : pull);
      tell();
      return;
    }
    String why = error instanceof ModelError.StreamError said ? said.detail() : error.happened();
    Logger.warn("{}: {}", name, why);
    int percent = find(name).map(Pull::percent).orElse(0);
    replace(name, pull -> pull.at(Pull.Stage.FAILED, why));
    tell();
    String where = percent > 0 ? " broke off at " + percent + "%: " : " can't be fetched: ";
    Phrase words = Phrase.of(name + where + why)
        .then(Action.MODEL, percent > 0 ? "goes on from there." : "shows it.");
    bus.publishEnding(new Event.ModelsTold(words, true));
  }

  private Optional<Pull> find(String name) {
    return pulls.stream().filter(pull -> pull.name().equals(name)).findFirst();
  }

  private void replace(String name, UnaryOperator<Pull> change) {
    pulls.replaceAll(pull -> pull.name().equals(name) ? change.apply(pull) : pull);
  }

  private void tell() {
    bus.publishEnding(new Event.PullsChanged(List.copyOf(pulls)));
  }
}
