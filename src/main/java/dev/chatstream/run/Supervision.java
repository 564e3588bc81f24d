package dev.chatstream.run;

import dev.chatstream.core.run.RunPlan;
import dev.chatstream.model.ModelException;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.RunFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;

/// Looks after a run with each tick: rows that are silent, servers that were gone, limits, what another process wants.
/// One thread.
final class Supervision {

  private static final long SECOND = 1_000_000_000L;

  private final Runner runner;
  private final RunFolder folder;
  private final Scheduler scheduler;
  private final List<Lane> lanes;
  private final RunPlan plan;
  private final RunPace pace;
  private final long begun = System.nanoTime();
  private final Set<Lane> lookedAt = ConcurrentHashMap.newKeySet();
  private boolean timeIsUp;
  private long lastWish = System.nanoTime();

  Supervision(
      Runner runner, RunFolder folder, Scheduler scheduler, List<Lane> lanes, RunPlan plan, RunPace pace) {
    this.runner = runner;
    this.folder = folder;
    this.scheduler = scheduler;
    this.lanes = lanes;
    this.plan = plan;
    this.pace = pace;
  }

  void look() {
    long now = System.nanoTime();
    breakOffTheSilent();
    for (Lane lane : lanes) {
      boolean[] due = new boolean[1];
      scheduler.change(() -> due[0] = lane.isGone() && lane.rest(System.nanoTime()) == 0);
      if (due[0] && lookedAt.add(lane)) {
        Thread.ofVirtual().name("run-look").start(() -> lookAgain(lane));
      }
    }
    keepTime(now);
    if (now - lastWish > Math.min(SECOND, 4 * pace.tick().toNanos())) {
      lastWish = now;
      heed();
    }
  }

  private void breakOffTheSilent() {
    long stall = plan.limits().stall().toNanos();
    scheduler.interrupt(
        ticket -> ticket.silence() > (ticket.heard() ? stall : stall * Runner.BEFORE_FIRST), Ticket.Why.STALL);
  }

  private void lookAgain(Lane lane) {
    try {
      lane.look(plan.models());
      scheduler.change(lane::found);
      Logger.info("{} answers again", lane.name());
    } catch (ModelException still) {
      scheduler.change(() -> lane.lost(still.error().happened(), System.nanoTime()));
    } finally {
      lookedAt.remove(lane);
    }
  }

  private void keepTime(long now) {
    Optional<Duration> most = plan.limits().time();
    if (!timeIsUp && most.isPresent() && now - begun >= most.get().toNanos()) {
      timeIsUp = true;
      runner.drain("The limit of " + most.get().toSeconds() + " s is reached.");
    }
  }

  private void heed() {
    try {
      Optional<String> wish = folder.takeWish();
      if (wish.isPresent()) {
        heed(wish.get());
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException noNumber) {
      Logger.warn("a wish for the run has no number");
    } catch (StoreException unreadable) {
      Logger.warn("what was wanted of the run can't be read: {}", unreadable.failure().sentence());
    }
  }

  private void heed(String wish) {
    String[] words = wish.split(" ", 2);
    switch (words[0]) {
      case "stop" -> runner.stop("Stopped by another process.");
      case "drain" -> runner.drain("Stopped by another process.");
      case "pause" -> runner.pause();
      case "go" -> runner.goOn();
      case "retry" -> runner.retryFailed();
      case "parallel" -> runner.setParallel(Integer.parseInt(words[1].strip()));
      case "skip" -> runner.skip(Integer.parseInt(words[1].strip()));
      case "again" -> runner.retry(Integer.parseInt(words[1].strip()));
      default -> Logger.warn("nobody knows what this is to mean for the run: {}", wish);
    }
  }
}
