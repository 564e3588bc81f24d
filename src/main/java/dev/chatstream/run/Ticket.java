package dev.chatstream.run;

import dev.chatstream.model.ModelServer;
import java.util.concurrent.atomic.AtomicInteger;

/// A row that is under way. Its answer may be looked at from any thread.
final class Ticket {

  private final int job;
  private final int attempt;
  private final Lane lane;
  private final ModelServer server;
  private final long begun = System.nanoTime();
  private final StringBuilder answer = new StringBuilder();
  private final Thread thread = Thread.currentThread();
  private volatile long lastHeard = begun;
  private volatile boolean heard;
  private final AtomicInteger pieces = new AtomicInteger();
  private volatile Why interrupted;
  private boolean settled;

  /// Why a row was broken off.
  enum Why {
    STOP,
    SKIP,
    STALL
  }

  Ticket(int job, int attempt, Lane lane, ModelServer server) {
    this.job = job;
    this.attempt = attempt;
    this.lane = lane;
    this.server = server;
  }

  int job() {
    return job;
  }

  int attempt() {
    return attempt;
  }

  Lane lane() {
    return lane;
  }

  ModelServer server() {
    return server;
  }

  /// Milliseconds since it was taken.
  long millis() {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /// The next piece of its answer.
  void hear(String text) {
    synchronized (answer) {
      answer.append(text);
    }
    sign();
  }

  /// A sign of life that is no part of the answer.
  void sign() {
    heard = true;
    lastHeard = System.nanoTime();
    pieces.incrementAndGet();
  }

  String answer() {
    synchronized (answer) {
      return answer.toString();
    }
  }

  int pieces() {
    return pieces.get();
  }

  /// Nanoseconds of silence so far.
  long silence() {
    return System.nanoTime() - lastHeard;
  }

  boolean heard() {
    return heard;
  }

  /// Breaks it off, unless it has ended; the first reason counts.
  synchronized void interrupt(Why why) {
    if (!settled && interrupted == null) {
      interrupted = why;
      thread.interrupt();
    }
  }

  /// Nobody breaks it off any more; an interrupt that came too late is used up. Called on its own thread.
  ///
  /// @return why it was broken off; null when it wasn't
  synchronized Why settle() {
    settled = true;
    if (interrupted != null) {
      Thread.interrupted();
    }
    return interrupted;
  }
}
