package dev.chatstream.log;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What waits to be written: many threads put and never wait for room, one takes. Bounded by records and by
/// characters. The less a record matters the sooner there is no room for it: DEBUG and TRACE get half of the queue,
/// INFO three quarters, WARN and ERROR all of it. What found no room is counted by level.
final class LogQueue {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<LogLevel, Long> dropped = new EnumMap<>(LogLevel.class);
  private final int records;
  private final long characters;
  private ArrayDeque<LogLine> waiting = new ArrayDeque<>();
  private long waitingCharacters;
  private long allDropped;
  private boolean closed;

  /// @param records how many records may wait
  /// @param characters how many characters of messages may wait
  LogQueue(int records, long characters) {
    this.records = records;
    this.characters = characters;
  }

  /// Whether a record of this level would find room now; counts it as dropped when not. Lets a caller spare the work
  /// of making a record that would be let go.
  boolean admits(LogLevel level) {
    lock.lock();
    try {
      return !closed && hasRoom(level);
    } finally {
      lock.unlock();
    }
  }

  /// Takes the record when there is room for it.
  ///
  /// @return whether it was taken
  boolean offer(LogLine line) {
    lock.lock();
    try {
      if (closed || !hasRoom(line.level())) {
        return false;
      }
      waiting.addLast(line);
      waitingCharacters += line.message().length();
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Everything that waits, in order; waits for the first record. Empty only when closed and drained.
  List<LogLine> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      List<LogLine> taken = new ArrayList<>(waiting);
      // A new one rather than clear(): after a burst the large array would stay for good.
      waiting = new ArrayDeque<>();
      waitingCharacters = 0;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /// Takes no more; what waits can still be taken.
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// How many records found no room since the last call, by level.
  Map<LogLevel, Long> takeDropped() {
    lock.lock();
    try {
      Map<LogLevel, Long> taken = new EnumMap<>(LogLevel.class);
      taken.putAll(dropped);
      dropped.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /// How many records found no room at all so far.
  long dropped() {
    lock.lock();
    try {
      return allDropped;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(LogLevel level) {
    int quarters = switch (level) {
      case ERROR, WARN -> 4;
      case INFO -> 3;
      case DEBUG, TRACE -> 2;
    };
    boolean room = waiting.size() < (long) records * quarters / 4 && waitingCharacters < characters * quarters / 4;
    if (!room) {
      dropped.merge(level, 1L, Long::sum);
      allDropped++;
    }
    return room;
  }
}
