package dev.chatstream.app;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.watch.Timing;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.Timings;
import dev.chatstream.store.journal.Piece;
import dev.chatstream.store.journal.TurnJournal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tinylog.Logger;

/// Keeps replies while they stream: one write and one force for what came in 90 ms; half of that would cost twice the
/// CPU time. A thread of its own, so that a long save holds no journal back; never interrupted, for an interrupt closes
/// a file in the middle of a write. A journal that can't be written is told, and the stream goes on; what could not be
/// written is tried again, in a new file, with what comes next.
final class JournalWorker {

  private static final Duration BATCH = Duration.ofMillis(90);

  /// A question waits for its journal no longer than this.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DataRoot root;
  private final FileOps ops;
  private final InstantSource clock;
  private final Consumer<StoreFailure> trouble;
  private final DelayQueue<JournalJob> jobs = new DelayQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Map<UUID, ReplyBuffer> replies = new ConcurrentHashMap<>();

  // The worker's own.
  private final Map<UUID, TurnJournal> journals = new HashMap<>();
  private final Map<UUID, Boolean> ended = new HashMap<>();
  private TurnJournal.Spare spare;
  private boolean ahead;
  private boolean told;

  /// @param trouble is told once when the journal fails, and again only after it has worked in between
  JournalWorker(DataRoot root, FileOps ops, InstantSource clock, Consumer<StoreFailure> trouble) {
    this.root = root;
    this.ops = ops;
    this.clock = clock;
    this.trouble = trouble;
  }

  void start() {
    Thread.ofPlatform().daemon().name("journal").start(this::work);
  }

  /// Makes the file of the next journal now, and from now on after the end of each turn, so that a question waits for
  /// one force only.
  void prepare() {
    submit(Duration.ZERO, () -> {
      ahead = true;
      makeSpare();
    });
  }

  /// No question comes any more: the file that was made for it goes.
  void close() {
    submit(Duration.ZERO, this::dropSpare);
  }

  /// Begins to keep the question, while its request is being made.
  void begin(Asked asked) {
    ReplyBuffer reply = new ReplyBuffer(asked);
    replies.put(asked.turn(), reply);
    submit(Duration.ZERO, () -> {
      try {
        begin(reply);
      } finally {
        reply.begun();
      }
    });
  }

  /// Returns when the question is on the disk, or can't be, or the disk takes too long. Called before the request is
  /// sent.
  void awaitQuestion(UUID turn) {
    ReplyBuffer reply = replies.get(turn);
    if (reply != null && !reply.awaitBegun(PATIENCE)) {
      Logger.warn("the disk takes long to keep the question; it is sent all the same");
    }
    letOthersOn(turn);
  }

  /// Returns when no question waits for the disk or is about to leave: whoever has time lets it go first.
  void letQuestionsPass() {
    replies.values().forEach(reply -> reply.awaitAsking(PATIENCE));
  }

  private void letOthersOn(UUID turn) {
    ReplyBuffer reply = replies.get(turn);
    if (reply != null) {
      reply.asking();
    }
  }

  /// Takes a token. Costs an append; the first one of a batch also wakes the worker, later.
  void take(UUID turn, String text, boolean thinking) {
    ReplyBuffer reply = replies.get(turn);
    if (reply != null && reply.add(text, thinking)) {
      submit(BATCH, () -> write(reply));
    }
  }

  /// Keeps how the turn ended.
  void end(UUID turn, MessageState state) {
    letOthersOn(turn);
    ReplyBuffer reply = replies.get(turn);
    if (reply != null) {
      submit(Duration.ZERO, () -> end(reply, state));
    }
  }

  /// The chat is on the disk: the journals whose answers are in it are not needed any more.
  void saved(Chat chat) {
    if (!replies.isEmpty()) {
      submit(Duration.ZERO, () -> forget(chat));
    }
  }

  /// True when all is written.
  boolean idle() {
    return open.get() == 0;
  }

  private void submit(Duration delay, Runnable task) {
    open.incrementAndGet();
    jobs.add(JournalJob.in(delay, task));
  }

  private void work() {
    while (true) {
      try {
        run(jobs.take());
      } catch (InterruptedException nobodyMayDoThis) {
        Logger.warn(nobodyMayDoThis, "the journal's thread was interrupted; it goes on");
      }
    }
  }

  private void run(JournalJob job) {
    try {
      job.task().run();
    } catch (RuntimeException unforeseen) {
      Logger.error(unforeseen, "the journal failed unforeseen");
    } finally {
      open.decrementAndGet();
    }
  }

  private void begin(ReplyBuffer reply) {
    TurnJournal journal = journalFor(reply.asked());
    journals.put(reply.asked().turn(), journal);
    attempt(journal::begin);
  }

  private TurnJournal journalFor(Asked asked) {
    TurnJournal.Spare made = spare;
    spare = null;
    return made != null && made.isThere()
        ? made.journal(clock, asked)
        : TurnJournal.of(root, ops, clock, asked);
  }

  private void makeSpare() {
    if (!ahead || spare != null) {
      return;
    }
    try {
      spare = TurnJournal.spare(root, ops, clock);
    } catch (StoreException failed) {
      // The question itself tells it, if it fails then, too.
      Logger.debug("no journal could be made ahead: {}", failed.failure().sentence());
    }
  }

  private void dropSpare() {
    ahead = false;
    TurnJournal.Spare made = spare;
    spare = null;
    try {
      if (made != null) {
        made.delete();
      }
    } catch (StoreException stays) {
      Logger.debug("the next start deletes it: {}", stays.failure().sentence());
    }
  }

  private interface Writing {
    void run() throws StoreException;
  }

  private void attempt(Writing writing) {
    try {
      writing.run();
      if (told) {
        told = false;
        Logger.info("the journal can be written again");
      }
    } catch (StoreException failed) {
      tell(failed.failure());
    }
  }

  private void write(ReplyBuffer reply) {
    long since = reply.since();
    List<Piece> pieces = reply.drain();
    TurnJournal journal = journals.get(reply.asked().turn());
    if (journal != null && !pieces.isEmpty()) {
      attempt(() -> {
        journal.came(pieces);
        Timings.PROCESS.done(Timing.JOURNAL_LAG, since);
      });
    }
  }

  private void end(ReplyBuffer reply, MessageState state) {
    write(reply);
    UUID turn = reply.asked().turn();
    TurnJournal journal = journals.get(turn);
    ended.put(turn, true);
    submit(Duration.ZERO, this::makeSpare);
    if (journal != null) {
      attempt(() -> journal.ended(state));
    }
  }

  private void forget(Chat chat) {
    for (ReplyBuffer reply : new ArrayList<>(replies.values())) {
      Asked asked = reply.asked();
      boolean over = ended.containsKey(asked.turn()) && reply.silent();
      if (asked.chat().equals(chat.id()) && (over || holds(chat, asked.answer().id()))) {
        forget(asked.turn());
      }
    }
  }

  private void forget(UUID turn) {
    replies.remove(turn);
    ended.remove(turn);
    TurnJournal journal = journals.remove(turn);
    try {
      if (journal != null) {
        journal.delete();
      }
    } catch (StoreException stays) {
      // The next start finds that its chat has the answer already.
      Logger.warn("a journal could not be deleted: {}", stays.failure().sentence());
    }
  }

  private static boolean holds(Chat chat, UUID answer) {
    return Stream.concat(chat.conversation().reversed().stream(), chat.branches().stream())
        .map(Message::id)
        .anyMatch(answer::equals);
  }

  private void tell(StoreFailure failure) {
    Logger.warn("the journal: {}", failure.sentence());
    if (!told) {
      told = true;
      trouble.accept(new StoreFailure.NotJournalled(reason(failure)));
    }
  }

  private static String reason(StoreFailure failure) {
    return switch (failure) {
      case StoreFailure.DiskFull full -> "there is no room on the disk";
      case StoreFailure.NotWritable denied -> ".store/journal may not be written";
      case StoreFailure.Io io -> io.reason();
      default -> failure.sentence();
    };
  }
}
