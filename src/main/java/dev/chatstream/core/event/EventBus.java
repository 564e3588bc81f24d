package dev.chatstream.core.event;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The one way from the workers to the loop: many threads put, one takes. Two classes of delivery: [#publish] is never
/// lost and holds its caller back while the bus is full; [#offer] never waits, and what finds the bus half full is
/// dropped and counted, so that lossy events never stand in the way of the others.
///
/// @param <E> what is carried
public final class EventBus<E> {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private final ArrayDeque<E> queue;
  private final int capacity;
  private long dropped;

  /// @param capacity how many events may wait; at least 2
  public EventBus(int capacity) {
    if (capacity < 2) {
      throw new IllegalArgumentException("capacity " + capacity);
    }
    this.capacity = capacity;
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
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (queue.isEmpty() && left > 0) {
        left = notEmpty.awaitNanos(left);
      }
      int count = queue.size();
      into.addAll(queue);
      queue.clear();
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
    notEmpty.signal();
  }
}
