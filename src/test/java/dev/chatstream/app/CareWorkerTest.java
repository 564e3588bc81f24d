package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.CareEvent;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.care.work.Care;
import dev.chatstream.core.care.ChangeRow;
import dev.chatstream.core.care.Grade;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real work on a real folder, by the worker's own thread.
class CareWorkerTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T14:03:00Z"));

  @TempDir
  private Path home;

  private final EventBus<Event> bus = new EventBus<>(64);
  private final List<Event> waiting = new ArrayList<>();
  private DataRoot root;
  private CareWorker worker;
  private CareBin bin;

  @BeforeEach
  void aChat() throws StoreException {
    root = DataRoot.open(home);
    Care care = new Care(root, CLOCK, FileOps.DISK);
    worker = new CareWorker(bus, care);
    bin = new CareBin(care);
    Chat chat = Chat.empty(Ids.next(CLOCK.instant()), CLOCK.instant());
    Message question = Message.fromUser(Ids.next(CLOCK.instant()), Optional.empty(), "How?", CLOCK.instant());
    new ChatStore(root, CLOCK).saveNew(chat.plus(question), "Plan", Optional.empty());
  }

  private Path plan() {
    return home.resolve("chats/plan.json");
  }

  /// The next event of this kind, however long the disk takes within a minute.
  private <E extends Event> E next(Class<E> kind) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (System.nanoTime() < end) {
      for (Event event : waiting) {
        if (kind.isInstance(event)) {
          waiting.subList(0, waiting.indexOf(event) + 1).clear();
          return kind.cast(event);
        }
      }
      bus.drainTo(waiting, end - System.nanoTime());
    }
    throw new AssertionError("no " + kind.getSimpleName() + " came");
  }

  private void ask(Command.ForCare command) {
    worker.submit(command);
  }

  private static String said(Phrase sentence) {
    return sentence.text(Action::word);
  }

  @Test
  void aBackupIsMadeListedComparedAndRestored() throws Exception {
    worker.start();
    ask(new Command.BackUp());
    CareEvent.JobEnded made = next(CareEvent.JobEnded.class);
    assertEquals(JobKind.BACKUP, made.kind());
    assertTrue(said(made.sentence()).startsWith("Backed up "), () -> said(made.sentence()));
    ask(new Command.ReadBackups());
    CareEvent.BackupsRead read = next(CareEvent.BackupsRead.class);
    assertEquals(1, read.kept().rows().size());
    assertTrue(read.kept().daily());
    String before = Files.readString(plan());
    Files.delete(plan());
    ask(new Command.PlanRestore(read.kept().rows().getFirst().name()));
    List<ChangeRow> gone = next(CareEvent.RestorePlanned.class).preview().of(ChangeRow.Kind.ADDED);
    assertEquals(List.of("chats/plan.json"), gone.stream().map(ChangeRow::file).toList());
    ask(new Command.Restore(List.of("chats/plan.json")));
    assertEquals(List.of("chats/plan.json"), next(CareEvent.FilesRestored.class).files());
    assertEquals(before, Files.readString(plan()));
  }

  @Test
  void aScheduledBackupComesByItselfAndIsTold() throws Exception {
    worker.start();
    CareEvent.ScheduledBackup made = next(CareEvent.ScheduledBackup.class);
    assertFalse(made.failed());
    assertTrue(said(made.sentence()).startsWith("Backed up "), () -> said(made.sentence()));
  }

  @Test
  void aScheduledBackupThatFailsIsToldAndHoldsNobodyUp() throws Exception {
    Files.delete(home.resolve(".store/backups"));
    Files.writeString(home.resolve(".store/backups"), "in the way");
    worker.start();
    CareEvent.ScheduledBackup failed = next(CareEvent.ScheduledBackup.class);
    assertTrue(failed.failed());
    assertTrue(said(failed.sentence()).startsWith("The backup of the day failed: "), () -> said(failed.sentence()));
    ask(new Command.ReadTrash());
    assertEquals(List.of(), next(CareEvent.TrashRead.class).rows());
  }

  @Test
  void damageIsFoundAndMended() throws Exception {
    worker.start();
    ask(new Command.BackUp());
    next(CareEvent.JobEnded.class);
    String whole = Files.readString(plan());
    Files.writeString(plan(), whole.substring(0, whole.length() / 2));
    ask(new Command.Examine());
    CareEvent.LibraryExamined found = next(CareEvent.LibraryExamined.class);
    assertEquals(Grade.DAMAGE, found.findings().rows().getFirst().grade());
    assertEquals("chats/plan.json", found.findings().rows().getFirst().where());
    ask(new Command.Mend());
    CareEvent.LibraryExamined after = next(CareEvent.LibraryExamined.class);
    assertEquals(1, after.findings().fixed().size(), after::toString);
    assertEquals("How?", new ChatStore(root, CLOCK).open("plan").chat().conversation().getFirst().content());
  }

  @Test
  void theTrashIsEmptiedOfWhatWasNamedOnly() throws Exception {
    String id = bin.delete("chats/plan.json");
    assertFalse(Files.exists(plan()));
    worker.start();
    ask(new Command.EmptyTrash(List.of("another")));
    assertEquals(JobKind.EMPTY, next(CareEvent.JobEnded.class).kind());
    assertEquals("chats/plan.json", bin.restore(id));
    id = bin.delete("chats/plan.json");
    ask(new Command.EmptyTrash(List.of(id)));
    next(CareEvent.JobEnded.class);
    ask(new Command.ReadTrash());
    assertEquals(List.of(), next(CareEvent.TrashRead.class).rows());
  }

  @Test
  void aPathThatLeadsOutIsNoFileOfTheLibrary() {
    for (String path : List.of("chats/../../x.json", "/etc/passwd", "chats/", "chats/plan.txt", "")) {
      try {
        bin.delete(path);
        throw new AssertionError(path);
      } catch (StoreException refused) {
        assertTrue(Files.exists(plan()));
      }
    }
  }

  @Test
  void whatIsAskedOfNoPlanDoesNothing() throws Exception {
    worker.start();
    ask(new Command.Restore(List.of()));
    assertTrue(next(CareEvent.JobEnded.class).sentence().isEmpty());
  }
}
