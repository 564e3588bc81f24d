package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.SaveState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A damaged chat is shown as far as it goes, and nothing moves before the person says so.
class DamageRulesTest {

  private final Play play = Play.named();

  private Play opened(Optional<Instant> copied) {
    Chat chat = play.chat().chat();
    return play.on(new Event.ReadOnlyOpened(chat, "old.json", new StoreFailure.Damaged("old.json", 41, 44), copied));
  }

  @Test
  void itOpensReadOnlyWithASentence() {
    opened(Optional.of(Play.START));
    assertEquals(
        "old.json is damaged: 41 of 44 messages shown, nothing changed. Enter: last good copy.", play.notice());
    assertInstanceOf(SaveState.ReadOnly.class, play.chat().save());
  }

  @Test
  void nothingThatWouldWriteItIsBegun() {
    opened(Optional.empty());
    play.ask("more?");
    assertEquals(List.of(), play.commands());
    assertTrue(play.notice().startsWith("This chat can only be read."));
    for (Action action : List.of(Action.SAVE, Action.RETRY, Action.SAVE_POINTS)) {
      assertEquals(List.of(), play.act(action).commands(), action.toString());
    }
    play.act(Action.SAVE_AS).choose(new Choice.NameChat("Saved part"));
    assertEquals("Saved part", play.command(StoreCommand.CopyChat.class).name());
    assertEquals(List.of(), play.act(Action.QUIT).commands());
  }

  @Test
  void theCopyIsOfferedByEnterAndTakenOnlyWhenChosen() {
    opened(Optional.of(Play.START)).ask("");
    assertEquals(List.of(new StoreCommand.FindCopy("chats/old.json")), play.commands());
    play.on(new Event.CopyFound("chats/old.json", Play.START));
    assertEquals(new Dialog.Damaged("chats/old.json", Play.START), play.state().dialog().orElseThrow());
    play.choose(new Choice.UseCopy("chats/old.json"));
    assertEquals(List.of(new StoreCommand.UseCopy("chats/old.json")), play.commands());
    play.on(new Event.CopyUsed("chats/old.json", Play.START, ".store/quarantine/x-old.json"));
    assertEquals("old.json", play.command(StoreCommand.OpenChat.class).file());
    assertEquals(
        "old.json is the copy of 23 Nov 2026 14:00 now. The damaged one: .store/quarantine/x-old.json", play.notice());
  }

  @Test
  void withoutACopyEnterSaysWhatCanBeDone() {
    opened(Optional.empty()).ask("");
    assertEquals(List.of(), play.commands());
    assertEquals("This chat can only be read. Esc S saves what is shown under another name.", play.notice());
  }

  @Test
  void oneThatIsMendedElsewhereOpensItself() {
    opened(Optional.empty());
    play.on(new Event.FilesChanged(false, Set.of("old.json"), Set.of(), Set.of()));
    assertEquals("old.json", play.command(StoreCommand.OpenChat.class).file());
  }

  @Test
  void aListsCopyIsReadAnewOnceItIsInItsPlace() {
    play.on(new Event.CopyUsed("task_lists/l.csv", Play.START, ".store/quarantine/x-l.csv"));
    assertEquals(List.of(new Command.ReadLists(), new Command.ReadTasks("l.csv")), play.commands());
  }
}
