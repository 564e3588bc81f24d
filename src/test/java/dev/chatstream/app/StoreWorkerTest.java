package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The store's thread: the order of what it does, and what becomes of a chat that it could not write.
@Timeout(60)
class StoreWorkerTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final StoreFailure FULL = new StoreFailure.DiskFull("a.json");
  private static final StoreFailure CHANGED = new StoreFailure.ChangedElsewhere("a.json");

  private final Events events = new Events();
  private final List<Command.ForStore> done = new CopyOnWriteArrayList<>();
  private volatile StoreFailure trouble;
  private volatile boolean bug;
  private final StoreWorker worker = new StoreWorker(events.bus(), this::work);

  @BeforeEach
  void start() {
    worker.start();
  }

  private Event work(Command.ForStore command) throws StoreException {
    done.add(command);
    if (bug) {
      throw new IllegalStateException("a bug");
    }
    return switch (command) {
      case StoreCommand.KeepDraft draft -> {
        check();
        yield new Event.DraftKept(draft.chat().id(), draft.revision());
      }
      case StoreCommand.SaveChat save -> {
        check();
        yield new Event.ChatSaved(save.chat(), save.file(), save.revision(), save.asked());
      }
      case StoreCommand.OpenChat open -> new Event.ChatOpened(Chat.empty(open.id(), NOON), open.file());
      case StoreCommand.DeleteChat chat -> new Event.Deleted(chat.title(), Optional.of(chat.id()));
      default -> new Event.ChoiceKept();
    };
  }

  private void check() throws StoreException {
    if (trouble != null) {
      throw new StoreException(trouble);
    }
  }

  private static Chat chat() {
    return Chat.empty(Ids.next(NOON), NOON);
  }

  /// Does these, and waits for the end.
  private List<Event> run(Command.ForStore... commands) throws InterruptedException {
    for (Command.ForStore command : commands) {
      worker.submit(command);
    }
    worker.submit(new StoreCommand.SetPreference(dev.chatstream.core.preference.Preference.THEME, "dark"));
    events.until(told -> told.contains(new Event.ChoiceKept()));
    while (!worker.idle()) {
      Thread.onSpinWait();
    }
    return events.taken().stream().filter(event -> !(event instanceof Event.ChoiceKept)).toList();
  }

  @Test
  void whatIsAskedFirstIsDoneFirst() throws Exception {
    List<Command.ForStore> asked = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      asked.add(i % 2 == 0 ? new StoreCommand.KeepDraft(chat(), i) : new WritingCommand.KeepInput("text " + i));
    }
    run(asked.toArray(Command.ForStore[]::new));
    assertEquals(asked, done.subList(0, 200));
  }

  @Test
  void aChatThatCouldNotBeWrittenIsWrittenAfterTheNextThatWorks() throws Exception {
    trouble = FULL;
    StoreCommand.KeepDraft draft = new StoreCommand.KeepDraft(chat(), 1);
    StoreCommand.SaveChat save = new StoreCommand.SaveChat(chat(), "b.json", 2, false);
    List<Event> refused = run(draft, save);
    assertEquals(
        List.of(new Event.SaveFailed(draft.chat().id(), "", 1, FULL),
            new Event.SaveFailed(save.chat().id(), save.file(), 2, FULL)),
        refused);
    assertEquals(2, worker.unwritten());
    trouble = null;
    assertEquals(
        List.of(
            new Event.DraftKept(draft.chat().id(), 1), new Event.ChatSaved(save.chat(), "b.json", 2, false)),
        run());
    assertEquals(0, worker.unwritten());
  }

  @Test
  void onlyTheNewestFormOfAChatIsTriedAgain() throws Exception {
    trouble = FULL;
    Chat chat = chat();
    run(new StoreCommand.KeepDraft(chat, 1), new StoreCommand.KeepDraft(chat, 2));
    assertEquals(1, worker.unwritten());
    trouble = null;
    assertEquals(List.of(new Event.DraftKept(chat.id(), 2)), run());
  }

  @Test
  void aTryThatFailsAgainIsNoNewsUnlessSomebodyAsked() throws Exception {
    trouble = FULL;
    StoreCommand.KeepDraft draft = new StoreCommand.KeepDraft(chat(), 1);
    run(draft);
    assertEquals(List.of(), run());
    assertEquals(List.of(new Event.SaveFailed(draft.chat().id(), "", 1, FULL)), run(new StoreCommand.WriteAgain()));
    assertEquals(1, worker.unwritten());
  }

  @Test
  void whatSomebodyElseHasChangedIsNotWrittenLater() throws Exception {
    trouble = CHANGED;
    run(new StoreCommand.SaveChat(chat(), "a.json", 1, true));
    trouble = null;
    assertEquals(List.of(), run());
    assertEquals(0, worker.unwritten());
  }

  @Test
  void whoOpensAChatThatIsInMemoryOnlyGetsItAsItIsThere() throws Exception {
    trouble = FULL;
    StoreCommand.KeepDraft draft = new StoreCommand.KeepDraft(chat().withTitle("newer"), 3);
    UUID id = draft.chat().id();
    run(draft);
    assertEquals(
        List.of(new Event.ChatOpened(draft.chat(), ""), new Event.SaveFailed(id, "", 3, FULL)),
        run(new StoreCommand.OpenChat("", id)));
    trouble = null;
    assertEquals(
        List.of(new Event.DraftKept(id, 3), new Event.ChatOpened(Chat.empty(id, NOON), "")),
        run(new StoreCommand.OpenChat("", id)));
  }

  @Test
  void whatIsThrownAwayIsNotWrittenLater() throws Exception {
    trouble = FULL;
    StoreCommand.KeepDraft draft = new StoreCommand.KeepDraft(chat(), 1);
    run(draft, new StoreCommand.DeleteChat("", draft.chat().id(), "thrown away"));
    assertEquals(0, worker.unwritten());
  }

  @Test
  void aBugIsToldAndTheThreadGoesOn() throws Exception {
    bug = true;
    StoreCommand.KeepDraft draft = new StoreCommand.KeepDraft(chat(), 1);
    worker.submit(draft);
    events.until(told -> told.stream().anyMatch(Event.SaveFailed.class::isInstance));
    bug = false;
    assertEquals(List.of(new Event.DraftKept(draft.chat().id(), 1)), run().stream()
        .filter(Event.DraftKept.class::isInstance).toList());
    assertTrue(worker.idle());
  }
}
