package dev.chatstream.core.event;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// The one way from the workers to the loop: many threads put, one takes. Two classes of delivery: [#publish] is never
/// lost and holds its caller back while the bus is full; [#offer] never waits, and what finds the bus half full is
/// dropped and counted, so that lossy events never stand in the way of the others.
///
/// Some events are patient: while the taker has its quiet time they wait with it instead of waking it, so that two
/// hundred tokens a second cost thirty wake-ups.
///
/// @param <E> what is carried
public final class EventBus<E> {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private final ArrayDeque<E> queue;
  private final int capacity;
  private final Predicate<E> patient;
  private boolean quiet;
  private boolean urgent;
  private long dropped;

  /// A bus on which no event is patient.
  ///
  /// @param capacity how many events may wait; at least 2
  public EventBus(int capacity) {
    this(capacity, event -> false);
  }

  /// @param capacity how many events may wait; at least 2
  /// @param patient which events wait while the taker has its quiet time
  public EventBus(int capacity, Predicate<E> patient) {
    if (capacity < 2) {
      throw new IllegalArgumentException("capacity " + capacity);
    }
    this.capacity = capacity;
    this.patient = patient;
    this.queue = new ArrayDeque<>(Math.min(capacity, 256));
  }

  /// Delivers the event for sure; waits while the bus is full. Never call it on the loop's own thread.
  ///
  /// @throws InterruptedException when interrupted while waiting; the event was not delivered
  public void publish(E event) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.size() >= capacity) {
        notFull.await();
      }
      add(event);
    } finally {
      lock.unlock();
    }
  }

  /// Delivers the event for sure, even to a caller that is being interrupted: for the endings of things. The caller's
  /// interrupt status stays set.
  public void publishEnding(E event) {
    lock.lock();
    try {
      while (queue.size() >= capacity) {
        notFull.awaitUninterruptibly();
      }
      add(event);
    } finally {
      lock.unlock();
    }
  }

  /// Delivers the event when there is room, else counts it as dropped. Never waits for room.
  ///
  /// @return whether it was delivered
  public boolean offer(E event) {
    lock.lock();
    try {
      if (queue.size() >= capacity / 2) {
        dropped++;
        return false;
      }
      add(event);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Moves all that waits into `into`, in order; waits for the first one at most this long.
  ///
  /// @param nanos the longest wait in nanoseconds; 0 or less looks only
  /// @return how many were moved
  public int drainTo(Collection<? super E> into, long nanos) throws InterruptedException {
    return drainTo(into, 0, nanos);
  }

  /// The same, but for the quiet time only an event that is not patient ends the wait.
  ///
  /// @param quietNanos the quiet time, from now; 0 or less for none
  /// @param nanos the longest wait, the quiet time included
  /// @return how many were moved
  public int drainTo(Collection<? super E> into, long quietNanos, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long quietTime = Math.clamp(quietNanos, 0, Math.max(0, nanos));
      long quietLeft = quietTime;
      quiet = true;
      while (!urgent && quietLeft > 0) {
        quietLeft = notEmpty.awaitNanos(quietLeft);
      }
      quiet = false;
      long left = nanos - (quietTime - Math.max(0, quietLeft));
      while (queue.isEmpty() && left > 0) {
        left = notEmpty.awaitNanos(left);
      }
      int count = queue.size();
      into.addAll(queue);
      queue.clear();
      urgent = false;
      notFull.signalAll();
      return count;
    } finally {
      lock.unlock();
    }
  }

  /// How many offered events were dropped so far.
  public long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  private void add(E event) {
    queue.addLast(event);
    urgent |= queue.size() >= capacity / 2 || !patient.test(event);
    if (urgent || !quiet) {
      notEmpty.signal();
    }
  }
}
