package dev.chatstream.run;

import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.RunJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tinylog.Logger;

/// Writes the journal of a run on a thread of its own. What several rows have to say meanwhile goes to the disk with
/// one write and one force. A disk that refuses is tried again until it takes it: nobody who waits goes on before.
final class Committer implements AutoCloseable {

  /// Hears what is on the disk, and of a disk that refuses. Called on the committer's thread.
  interface Listener {
    void onDisk(RunRecord record, long place);

    void refused(StoreException why);

    void takesAgain();
  }

  private final RunJournal journal;
  private final Listener listener;
  private final Duration again;
  private final Thread thread = Thread.ofPlatform().daemon().name("run-journal").unstarted(this::work);
  private List<RunRecord> waiting = new ArrayList<>();
  private long given;
  private long written;
  private StoreException refusal;
  private boolean closing;

  /// @param again how long a disk that refused is left alone
  Committer(RunJournal journal, Listener listener, Duration again) {
    this.journal = journal;
    this.listener = listener;
    this.again = again;
  }

  void start() {
    thread.start();
  }

  /// Takes a record; it is written after those that were given before.
  ///
  /// @return its number, for [#await]
  synchronized long give(RunRecord record) {
    waiting.add(record);
    notifyAll();
    return ++given;
  }

  /// Takes a part of an answer. It is dropped while the disk refuses: memory has to stay as it is.
  synchronized void givePart(RunRecord.Came part) {
    if (refusal == null) {
      give(part);
    }
  }

  /// Waits until the record of this number is on the disk.
  ///
  /// @throws StoreException when it will never be
  synchronized void await(long number) throws InterruptedException, StoreException {
    while (written < number) {
      if (!thread.isAlive()) {
        if (refusal != null) {
          throw refusal;
        }
        throw new IllegalStateException("the journal ended unforeseen");
      }
      wait();
    }
  }

  /// Writes what is left, if the disk takes it now, and ends. Waits for it.
  @Override
  public void close() throws StoreException {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      notifyAll();
      if (written < given && refusal != null) {
        throw refusal;
      }
    }
  }

  private void work() {
    try {
      for (List<RunRecord> batch = next(); !batch.isEmpty(); batch = next()) {
        long[] places = write(batch);
        for (int i = 0; i < places.length; i++) {
          listener.onDisk(batch.get(i), places[i]);
        }
        synchronized (this) {
          written += batch.size();
          notifyAll();
        }
      }
      journal.close();
    } catch (StoreException givenUp) {
      Logger.warn("the run ended while its journal could not be written: {}", givenUp.failure().sentence());
    } catch (InterruptedException nobodyMayDoThis) {
      Logger.error(nobodyMayDoThis, "the journal of the run was interrupted");
    } finally {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  private synchronized List<RunRecord> next() throws InterruptedException {
    while (waiting.isEmpty() && !closing) {
      wait();
    }
    List<RunRecord> batch = waiting;
    waiting = new ArrayList<>();
    return batch;
  }

  private long[] write(List<RunRecord> batch) throws StoreException, InterruptedException {
    while (true) {
      try {
        long[] places = journal.append(batch);
        if (refusal != null) {
          setRefusal(null);
          listener.takesAgain();
        }
        return places;
      } catch (StoreException e) {
        if (refusal == null) {
          listener.refused(e);
        }
        setRefusal(e);
        rest(e);
      }
    }
  }

  private synchronized void setRefusal(StoreException why) {
    refusal = why;
  }

  private synchronized void rest(StoreException why) throws StoreException, InterruptedException {
    long until = System.nanoTime() + again.toNanos();
    while (!closing && System.nanoTime() - until < 0) {
      wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
    }
    if (closing) {
      throw why;
    }
  }
}
