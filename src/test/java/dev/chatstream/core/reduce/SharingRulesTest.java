package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatJoin;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.Joined;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.core.task.TaskRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What happens on the screen when somebody else writes the files.
class SharingRulesTest {

  private final Play play = Play.named();

  private static Message message(String text) {
    return Message.fromUser(new UUID(9, text.hashCode()), Optional.empty(), text, Play.START);
  }

  private Event.ChatJoined joined(Chat theirs) {
    Chat ours = play.chat().chat();
    Joined joined = ChatJoin.join(ours, ours, theirs, Map.of(), true).orElseThrow();
    return new Event.ChatJoined("title.json", play.chat().revision(), ours, joined, joined.chat(), "");
  }

  private static Event.FilesChanged chats(String... files) {
    return new Event.FilesChanged(false, Set.of(files), Set.of(), Set.of());
  }

  @Test
  void whatOthersAddedIsShownToldAndCanBeUndone() {
    play.on(joined(play.chat().chat().plus(message("x")).plus(message("y"))));
    assertEquals(List.of("q", "a", "x", "y"), play.said());
    assertEquals("title.json was changed elsewhere: 2 messages added. ^Z undoes.", play.notice());
    assertInstanceOf(SaveState.Saved.class, play.chat().save());
    assertEquals(List.of(new StoreCommand.TakenUp(play.chat().chat(), "title.json")), play.commands());
    play.act(Action.UNDO);
    assertEquals(List.of(new StoreCommand.UndoAppend()), play.commands());
  }

  @Test
  void aScreenThatWentOnMeanwhileKeepsBothAndSavesAgain() {
    Event.ChatJoined event = joined(play.chat().chat().plus(message("x")));
    play.exchange("q2", "a2").on(event);
    assertEquals(List.of("q", "a", "q2", "a2"), play.said());
    assertEquals(List.of("x"), play.chat().chat().branches().stream().map(Message::content).toList());
    assertEquals(play.chat().chat(), play.command(StoreCommand.SaveChat.class).chat());
  }

  @Test
  void whileAReplyComesItsQuestionStaysLast() {
    play.ask("q2");
    play.on(joined(play.chat().chat().plus(message("x"))));
    assertEquals(List.of("q", "a", "q2"), play.said());
    play.token("a2").done();
    assertEquals(List.of("q", "a", "q2", "a2"), play.said());
  }

  @Test
  void aChatThatIsNoLongerOnTheScreenIsOnlyTold() {
    Event.ChatJoined event = joined(play.chat().chat().plus(message("x")));
    play.act(Action.NEW).on(event);
    assertEquals(List.of(), play.said());
    assertTrue(play.notice().startsWith("title.json was changed elsewhere"));
  }

  @Test
  void theSameMessageChangedTwiceAsksOnlyThePersonWhoSaves() {
    UUID id = play.chat().chat().id();
    Clash clash = new Clash(message("ours"), message("theirs"));
    play.on(new Event.ChatClashed(id, "title.json", 1, List.of(clash), false));
    assertInstanceOf(SaveState.NotSaved.class, play.chat().save());
    assertTrue(play.notice().startsWith("NOT SAVED: title.json was changed elsewhere, too."));
    assertFalse(play.state().dialog().isPresent());
    play.act(Action.SAVE);
    play.on(new Event.ChatClashed(id, "title.json", 1, List.of(clash), true));
    assertEquals(new Dialog.Clashes("title.json", List.of(clash)), play.state().dialog().orElseThrow());
    Map<UUID, Clash.Pick> picks = Map.of(clash.ours().id(), Clash.Pick.BOTH);
    play.choose(new Choice.Settle(picks));
    assertEquals(picks, play.command(StoreCommand.SettleChat.class).picks());
    assertFalse(play.state().dialog().isPresent());
  }

  @Test
  void aFileThatIsGoneIsToldAndWrittenAgainOrFollowed() {
    UUID id = play.chat().chat().id();
    play.on(new Event.ChatGone(id, "title.json", 1, "", false));
    assertEquals("NOT SAVED: title.json was deleted elsewhere. ^S writes it again, or elsewhere.", play.notice());
    play.on(new Event.ChatGone(id, "title.json", 1, "new.json", true));
    assertEquals(new Dialog.Gone("title.json", "new.json"), play.state().dialog().orElseThrow());
    play.choose(new Choice.GoOnIn("new.json"));
    assertEquals("new.json", play.chat().file());
    assertEquals("title.json", play.command(StoreCommand.GoOnIn.class).file());
    play.choose(new Choice.WriteAgain());
    assertEquals("new.json", play.command(StoreCommand.WriteMissing.class).file());
  }

  @Test
  void onlyWhatIsOnTheScreenIsLookedAtAgain() {
    play.on(chats("other.json"));
    assertEquals(List.of(), play.commands());
    play.on(chats("title.json"));
    assertEquals("title.json", play.command(StoreCommand.LookAgain.class).file());
    play.act(Action.OPEN).on(chats("other.json"));
    assertEquals(List.of(new Command.ReadChats()), play.commands());
    play.on(new Event.DialogClosed());
    assertEquals(List.of(new Command.StopReadingChats(), new Command.StopSearching()), play.commands());
    play.on(new Event.FilesChanged(false, Set.of(), Set.of(), Set.of("l.csv")));
    assertEquals(List.of(new Command.ReadLists()), play.commands());
  }

  @Test
  void anOpenListIsReadAgainAndSaysWhatIsNew() {
    play.on(new Event.TasksRead("l.csv", List.of(row(1, "a"), row(2, "b")), 0, "", false));
    play.on(new Event.FilesChanged(false, Set.of(), Set.of(), Set.of("l.csv")));
    assertEquals(List.of(new Command.ReadLists(), new Command.ReadTasks("l.csv")), play.commands());
    play.on(new Event.TasksRead("l.csv", List.of(row(1, "A"), row(3, "c"), row(4, "d")), 0, "", false));
    assertEquals("l.csv changed on disk: 2 rows added, 1 row changed, 1 row taken away.", play.notice());
  }

  private static TaskRow row(long index, String content) {
    return new TaskRow(index, Map.of("content", content));
  }

  @Test
  void twoFilesWithOneIdAreTwoChats() {
    Chat chat = play.chat().chat();
    ChatSummary first = new ChatSummary(chat.id(), "title.json", "Title", 2, "", Play.START, "");
    ChatSummary copy = new ChatSummary(chat.id(), "copy.json", "Title", 2, "", Play.START, "");
    play.on(new Event.ChatsRead(List.of(first, copy), 2)).on(new Event.ChatOpened(chat, "copy.json"));
    assertEquals("copy.json is a copy of title.json. Each stays as it is; changes go to this one.", play.notice());
    play.on(new Event.ChatSaved(chat, "title.json", 0, false));
    assertEquals("copy.json", play.chat().file());
    play.on(new Event.SaveFailed(chat.id(), "title.json", 0, Play.FULL));
    assertInstanceOf(SaveState.Saved.class, play.chat().save());
  }

  @Test
  void aPartOfTheListNeverHidesWhatIsKnown() {
    ChatSummary one = new ChatSummary(new UUID(5, 1), "a.json", "A", 2, "", Play.START, "");
    ChatSummary two = new ChatSummary(new UUID(5, 2), "b.json", "B", 2, "", Play.START, "");
    play.on(new Event.ChatsRead(List.of(one), 2));
    assertEquals(1, play.state().library().chats().size());
    assertFalse(play.state().library().chatsRead());
    play.on(new Event.ChatsRead(List.of(one, two), 2));
    assertTrue(play.state().library().chatsRead());
    play.on(new Event.ChatsRead(List.of(two), 2));
    assertEquals(2, play.state().library().chats().size());
  }
}
