package dev.chatstream.run;

import dev.chatstream.store.StoreException;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// What is in the way of a run: rows that fail alike, a full disk, somebody's wish. Thread-safe.
final class RunTrouble implements Worker.Listener {

  private final RunPace pace;
  private final Consumer<String> pause;
  private String kind = "";
  private int alike;
  private String paused = "";
  private String disk = "";
  private String words = "";
  private Optional<StoreException> broken = Optional.empty();

  /// @param pause is told, as a sentence, why the run pauses
  RunTrouble(RunPace pace, Consumer<String> pause) {
    this.pace = pace;
    this.pause = pause;
  }

  @Override
  public void failed(String which, String sentence, boolean hopeless) {
    synchronized (this) {
      alike = which.equals(kind) ? alike + 1 : 1;
      kind = which;
      if (!hopeless && alike < pace.alike()) {
        return;
      }
    }
    pause(hopeless ? "Paused: " + sentence : "Paused: " + pace.alike() + " rows in a row failed alike. " + sentence);
  }

  /// Pauses the run, unless it is.
  void pause(String why) {
    synchronized (this) {
      if (!paused.isEmpty()) {
        return;
      }
      paused = why;
      words = why;
    }
    pause.accept(why);
  }

  /// Notes that somebody pauses the run.
  synchronized void pauseByHand() {
    paused = paused.isEmpty() ? "Paused by hand." : paused;
  }

  @Override
  public synchronized void wentWell() {
    alike = 0;
    kind = "";
  }

  @Override
  public void broke(Throwable why) {
    if (why instanceof StoreException refused) {
      synchronized (this) {
        broken = Optional.of(refused);
      }
    } else {
      Logger.error(why, "the run is paused by a bug");
      pause("Paused: a bug. The log says more.");
    }
  }

  /// A file of the run that can't be read or written; empty when all can.
  synchronized Optional<StoreException> broken() {
    return broken;
  }

  /// @return false when it was not paused, or the disk holds it up
  synchronized boolean goOn() {
    boolean was = !paused.isEmpty();
    paused = "";
    words = "";
    alike = 0;
    return was && disk.isEmpty();
  }

  synchronized boolean paused() {
    return !paused.isEmpty();
  }

  synchronized void setDisk(String why) {
    disk = why;
  }

  synchronized void setWords(String why) {
    words = why;
  }

  /// Why it ended before its last row.
  synchronized String words() {
    return words;
  }

  /// Why nothing is begun; empty when something is.
  synchronized Optional<String> held() {
    String why = disk.isEmpty() ? paused : disk;
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }
}
