package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.DoublesCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.task.Excerpt;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskDrafts;
import dev.chatstream.core.task.TaskScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Appending to lists and chats, and what the screen says of it.
class LibraryRulesTest {

  private final Play play = Play.withModel().exchange("q1", "a1").exchange("q2", "a2");

  private List<String> tasks(TaskScope scope) {
    Chat chat = play.state().chat().chat();
    List<Excerpt> chosen = Excerpt.of(chat, scope, Set.of(), Optional.empty(), "");
    play.choose(new TalkChoice.AddTasks("l.csv", false, TaskDrafts.of(chosen).tasks(chat.id())));
    return play.command(DoublesCommand.CheckAppend.class).append().tasks().stream().map(NewTask::content).toList();
  }

  @Test
  void aListGetsTheWholeChatOrAPartOfIt() {
    play.act(Action.TO_TASKS);
    assertEquals(List.of(new Command.ReadLists()), play.commands());
    assertEquals(List.of("q1", "a1", "q2", "a2"), tasks(TaskScope.WHOLE_CHAT));
    assertEquals(List.of("q2", "a2"), tasks(TaskScope.LAST_TURN));
    assertEquals(List.of("a2"), tasks(TaskScope.LAST_REPLY));
    assertTrue(play.state().dialog().isPresent(), "stays until the store has taken it: a name may be refused");
    play.on(new Event.TasksAppended("l.csv", false, 4, 0, 1, 4));
    assertTrue(play.state().dialog().isEmpty());
  }

  @Test
  void anAppendTellsTheNumbersAndCanBeUndone() {
    play.on(new Event.TasksAppended("l.csv", false, 3, 1, 42, 44));
    assertEquals("Added 3 tasks to l.csv (42-44), left out 1. ^Z undoes.", play.notice());
    assertEquals("l.csv", play.state().library().undoFile());
    assertEquals(new StoreCommand.KeepChoice("task_list", "l.csv"), play.command(StoreCommand.KeepChoice.class));
    play.act(Action.UNDO);
    assertEquals(List.of(new StoreCommand.UndoAppend()), play.commands());
    play.on(new Event.AppendUndone("l.csv"));
    assertEquals("Took the last append back from l.csv.", play.notice());
    play.act(Action.UNDO);
    assertEquals("There is nothing to undo.", play.notice());
    assertEquals(List.of(), play.commands());
  }

  @Test
  void aNewListIsSaidAsOne() {
    play.on(new Event.TasksAppended("l.csv", true, 1, 0, 1, 1));
    assertEquals("Made l.csv of 1 task (1). ^Z undoes.", play.notice());
    assertEquals("l.csv", play.state().library().undoFile());
  }

  @Test
  void anAppendOfNothingLeavesTheOneBeforeToBeUndone() {
    play.on(new Event.TasksAppended("l.csv", false, 3, 0, 42, 44));
    play.on(new Event.TasksAppended("other.csv", false, 0, 4, 0, 0));
    assertEquals("Nothing new for other.csv, left out 4.", play.notice());
    assertEquals("l.csv", play.state().library().undoFile());
  }

  @Test
  void appendingToAChatStaysHereOrGoesOnThere() {
    Chat target = Chat.empty(new UUID(8, 8), Play.START).withTitle("Notes");
    play.act(Action.APPEND).choose(new Choice.AppendToChat("notes.json", false));
    assertEquals("notes.json", play.command(StoreCommand.AppendChat.class).target());
    play.on(new Event.ChatAppended(target, "notes.json", 4, 2, false));
    assertEquals("Added 4 messages to Notes, left out 2. ^Z undoes.", play.notice());
    assertEquals(4, play.said().size());
    assertEquals(new StoreCommand.KeepChoice("append_target", "notes.json"),
        play.command(StoreCommand.KeepChoice.class));
    play.on(new Event.ChatAppended(target, "notes.json", 0, 4, true));
    assertEquals("notes.json", play.chat().file());
    assertEquals("Added 0 messages to Notes, left out 4.", play.notice());
  }

  @Test
  void aReplyThatIsComingIsKeptWhenOneGoesOnElsewhere() {
    Chat target = Chat.empty(new UUID(8, 8), Play.START).withTitle("Notes");
    play.ask("q3").token("half").on(new Event.ChatAppended(target, "notes.json", 4, 0, true));
    assertEquals("half", play.command(StoreCommand.KeepDraft.class).chat().conversation().getLast().content());
    assertEquals(1, play.commands(Command.StopTurn.class).size());
  }

  @Test
  void chatsThatWereNeverNamedAreOfferedAtTheStart() {
    Play fresh = new Play().on(new Event.Remembered("", "", "", 1));
    assertEquals("A chat from last time was never named. ^O opens it.", fresh.notice());
    fresh.on(new Event.Remembered("", "l.csv", "n.json", 2));
    assertEquals("2 chats from last time were never named. ^O opens them.", fresh.notice());
    assertEquals("l.csv", fresh.state().library().lastList());
    assertEquals("n.json", fresh.state().library().lastTarget());
  }

  @Test
  void theTasksOfAListAreShown() {
    Event.TasksRead read = new Event.TasksRead("l.csv", List.of(), 0, "", false);
    play.on(read);
    assertEquals(new Dialog.Tasks(read), play.state().dialog().orElseThrow());
  }

  @Test
  void aConvertedCopyIsToldAndItsListClosed() {
    play.on(new Event.TasksRead("l.csv", List.of(), 0, "", true));
    play.on(new Event.ListConverting("l.csv", 40));
    assertEquals("Converting l.csv: 40 %. c stops it.", play.notice());
    play.on(new Event.ListConverted("l.csv", "l-2.csv", 3, 1, false));
    assertEquals("Made l-2.csv of l.csv, which stays. 1 of 3 tasks doubtful: \"migrate l.csv\" says why.",
        play.notice());
    assertEquals(Optional.empty(), play.state().dialog());
    play.on(new Event.ListConverting("l.csv", -1));
    assertEquals("Stopped. No copy of l.csv was made.", play.notice());
  }
}
