package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunWish;
import dev.chatstream.model.ModelServer;
import dev.chatstream.run.RunBoard;
import dev.chatstream.run.RunHost;
import dev.chatstream.run.RunListener;
import dev.chatstream.run.RunPace;
import dev.chatstream.run.RunRefused;
import dev.chatstream.run.Runner;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.RunFolder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// The one run that this program has under way, on a thread of its own. Thread-safe.
final class OwnRun {

  private record Live(RunFolder folder, Runner runner) {}

  private final EventBus<Event> bus;
  private final Supplier<RunServers> servers;
  private final Supplier<Optional<ModelServer>> engine;
  private Live live;
  private boolean ending;

  /// @param servers makes those of a run
  /// @param engine the built-in engine, if it is the server of the screen
  OwnRun(EventBus<Event> bus, Supplier<RunServers> servers, Supplier<Optional<ModelServer>> engine) {
    this.bus = bus;
    this.servers = servers;
    this.engine = engine;
  }

  synchronized Optional<Runner> runner() {
    return Optional.ofNullable(live).map(Live::runner);
  }

  synchronized Optional<RunFolder> folder() {
    return Optional.ofNullable(live).map(Live::folder);
  }

  /// Who runs this one; empty when it isn't ours.
  synchronized Optional<Runner> runner(RunFolder folder) {
    boolean same = live != null && live.folder().plan().id().equals(folder.plan().id());
    return same ? Optional.of(live.runner()) : Optional.empty();
  }

  /// Begins, or goes on; waits until the servers are known.
  void start(RunFolder folder, boolean retryFailed) throws RunRefused {
    refuseSecond();
    CountDownLatch known = new CountDownLatch(1);
    Thread.ofPlatform().daemon().name("run").start(() -> work(folder, retryFailed, known));
    try {
      known.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @throws RunRefused when one is under way
  synchronized void refuseSecond() throws RunRefused {
    if (live != null) {
      throw new RunRefused(RunRefused.Kind.BUSY,
          "A run of " + live.folder().plan().list()
              + " is under way here; one at a time. The others: run.sh run --detach");
    }
  }

  private void work(RunFolder folder, boolean retryFailed, CountDownLatch known) {
    String list = folder.plan().list();
    try (RunServers own = servers.get()) {
      Runner runner = new Runner(folder, hosts(folder.plan(), own), RunPace.USUAL, InstantSource.system(),
          new RunListener() {
            @Override
            public void told(String sentence) {
              Logger.info("run of {}: {}", list, sentence);
              bus.publishEnding(new RunEvent.RunTold(list + ": " + sentence, true));
            }
          });
      begin(folder, runner);
      known.countDown();
      RunPhase phase = runner.run("process " + ProcessHandle.current().pid() + ", on a screen", retryFailed);
      end();
      tell(words(list, phase, runner), phase != RunPhase.FINISHED);
    } catch (RunRefused refused) {
      tell(refused.getMessage(), true);
    } catch (StoreException refused) {
      tell(list + ": " + refused.failure().sentence(), true);
    } catch (InterruptedException | RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "the run ended unforeseen");
      tell(new StoreFailure.Io(list, "a bug; the log says more").sentence(), true);
    } finally {
      end();
      known.countDown();
    }
  }

  private List<RunHost> hosts(RunPlan plan, RunServers own) throws RunRefused, InterruptedException {
    Optional<ModelServer> running = engine.get();
    return running.isPresent() && plan.hosts().equals(List.of(RunPlan.EMBEDDED))
        ? List.of(new RunHost("built-in engine", running::get))
        : own.open(plan.hosts(), words -> tell(words, false));
  }

  private synchronized void begin(RunFolder folder, Runner runner) {
    live = new Live(folder, runner);
    if (ending) {
      runner.stop("The screen was closed.");
    }
  }

  private synchronized void end() {
    live = null;
  }

  private void tell(String sentence, boolean warns) {
    bus.publishEnding(new RunEvent.RunTold(sentence, warns));
  }

  private static String words(String list, RunPhase phase, Runner runner) {
    RunBoard board = runner.board();
    int failed = board.count(RowState.FAILED);
    return "The run of " + list + " is " + phase.title() + ": " + board.count(RowState.DONE) + " of " + board.size()
        + " done" + (failed > 0 ? ", " + failed + " failed" : "") + ".";
  }

  /// Stops it for good, so that it can be resumed: the program ends.
  synchronized void stop() {
    ending = true;
    if (live != null) {
      live.runner().stop("The screen was closed.");
    }
  }

  void heed(RunWish wish) {
    Optional<Runner> found = runner();
    if (found.isEmpty()) {
      return;
    }
    Runner runner = found.get();
    switch (wish) {
      case RunWish.Pause pause -> runner.pause();
      case RunWish.GoOn go -> runner.goOn();
      case RunWish.Stop stop -> runner.stop("Stopped by hand.");
      case RunWish.Drain drain -> runner.drain("Stopped by hand.");
      case RunWish.Parallel parallel -> runner.setParallel(parallel.count());
      case RunWish.Skip skip -> runner.skip(skip.job());
      case RunWish.Again again -> runner.retry(again.job());
      case RunWish.RetryFailed retry -> runner.retryFailed();
    }
  }
}
