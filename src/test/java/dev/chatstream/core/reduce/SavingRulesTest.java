package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.SaveState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// When a chat goes to the disk, and when the screen may say so.
class SavingRulesTest {

  private final Play play = Play.withModel();

  @Test
  void anUnnamedChatIsADraftAfterEachQuestionAndAnswer() {
    play.ask("q");
    assertEquals(1, play.command(StoreCommand.KeepDraft.class).chat().conversation().size());
    play.token("a").done();
    StoreCommand.KeepDraft draft = play.command(StoreCommand.KeepDraft.class);
    assertEquals(2, draft.chat().conversation().size());
    assertInstanceOf(SaveState.Saving.class, play.chat().save());
    play.on(new Event.DraftKept(draft.chat().id(), draft.revision()));
    assertInstanceOf(SaveState.Draft.class, play.chat().save());
  }

  @Test
  void anEmptyChatIsNotWritten() {
    play.act(Action.NEW);
    assertEquals(List.of(), play.commands());
    assertInstanceOf(SaveState.Empty.class, play.chat().save());
  }

  @Test
  void onlyTheNewestRevisionCounts() {
    play.exchange("q", "a");
    long old = play.chat().revision();
    play.ask("q2");
    play.on(new Event.DraftKept(play.chat().chat().id(), old));
    assertInstanceOf(SaveState.Saving.class, play.chat().save());
    Play named = Play.named();
    long before = named.chat().revision();
    named.ask("q2").on(new Event.ChatSaved(named.chat().chat(), "title.json", before, false));
    assertInstanceOf(SaveState.Saving.class, named.chat().save());
  }

  @Test
  void whatTheStoreSaysOfAnotherChatChangesNothingHere() {
    play.exchange("q", "a");
    Chat other = Chat.empty(new UUID(7, 7), Play.START);
    play.on(new Event.ChatSaved(other, "other.json", play.chat().revision(), true));
    assertFalse(play.chat().named());
    assertEquals("Saved chats/other.json.", play.notice());
    play.on(new Event.SaveFailed(other.id(), "", play.chat().revision(), Play.FULL));
    assertInstanceOf(SaveState.Saving.class, play.chat().save());
  }

  @Test
  void aFirstSaveAsksForANameAndProposesTheQuestion() {
    play.exchange("How do I cut the start-up time of a Java program in an SSH session, please?\nMore.", "a");
    play.act(Action.SAVE);
    Dialog.Name dialog = assertInstanceOf(Dialog.Name.class, play.state().dialog().orElseThrow());
    assertEquals("How do I cut the start-up time of a Java program in an SSH", dialog.proposal());
    play.choose(new Choice.NameChat("Start-up"));
    assertEquals("Start-up", play.command(StoreCommand.NameChat.class).name());
    play.saved("start-up.json", true);
    assertTrue(play.state().dialog().isEmpty());
    assertEquals("Saved chats/start-up.json.", play.notice());
    assertEquals(new SaveState.Saved(Play.START), play.chat().save());
    assertEquals("start-up.json", play.chat().file());
    assertEquals("Title", play.chat().chat().title());
  }

  @Test
  void aRefusedNameLeavesTheDialogOpenAndTheDraftADraft() {
    play.exchange("q", "a").on(new Event.DraftKept(play.chat().chat().id(), play.chat().revision()));
    play.act(Action.SAVE).choose(new Choice.NameChat("con"));
    play.on(new Event.StoreRefused(new StoreFailure.BadName("con can't be a file name.")));
    assertInstanceOf(Dialog.Name.class, play.state().dialog().orElseThrow());
    assertInstanceOf(SaveState.Draft.class, play.chat().save());
    assertEquals("con can't be a file name.", play.notice());
  }

  @Test
  void anotherNoticeDoesNotCloseTheNameDialog() {
    play.exchange("q", "a").act(Action.SAVE);
    play.on(new Event.TasksAppended("l.csv", false, 1, 0, 1, 1));
    assertInstanceOf(Dialog.Name.class, play.state().dialog().orElseThrow());
  }

  @Test
  void nothingToSaveIsSaid() {
    play.act(Action.SAVE);
    assertEquals("Nothing has been said yet.", play.notice());
    assertTrue(play.state().dialog().isEmpty());
  }

  @Test
  void aChatThatIsNamedWhileAReplyComesIsWrittenAgainAtItsEnd() {
    play.ask("q").token("a").act(Action.SAVE).choose(new Choice.NameChat("n"));
    long named = play.chat().revision();
    Chat written = play.chat().chat().withTitle("n");
    play.done();
    assertTrue(play.chat().revision() > named);
    play.on(new Event.ChatSaved(written, "n.json", named, true));
    StoreCommand.SaveChat again = play.command(StoreCommand.SaveChat.class);
    assertEquals(2, again.chat().conversation().size());
    assertEquals("n", again.chat().title());
    assertEquals("n.json", again.file());
    assertInstanceOf(SaveState.Saving.class, play.chat().save());
    play.saved("n.json", false);
    assertInstanceOf(SaveState.Saved.class, play.chat().save());
  }

  @Test
  void aNamedChatSavesItselfAfterEachTurn() {
    Play named = Play.named().exchange("q2", "a2");
    StoreCommand.SaveChat save = named.command(StoreCommand.SaveChat.class);
    assertEquals("title.json", save.file());
    assertFalse(save.asked());
    assertEquals(4, save.chat().conversation().size());
  }

  @Test
  void savingANamedChatMarksASavePointOnce() {
    Play named = Play.named().act(Action.SAVE);
    assertEquals(1, named.chat().chat().savePoints().size());
    assertEquals("2026-11-23 14:00:00", named.chat().chat().savePoints().getFirst().name());
    assertTrue(named.command(StoreCommand.SaveChat.class).asked());
    named.saved("title.json", true).act(Action.SAVE);
    assertEquals(1, named.chat().chat().savePoints().size());
    assertEquals(1, named.commands(StoreCommand.SaveChat.class).size());
  }

  @Test
  void goingBackToASavePointKeepsWhatCameAfter() {
    Play named = Play.named().act(Action.SAVE).exchange("q2", "a2").act(Action.SAVE);
    Chat whole = named.chat().chat();
    named.choose(new Choice.GoBackTo(whole.savePoints().getFirst().head()));
    assertEquals(List.of("q", "a"), named.said());
    assertEquals(List.of("q2", "a2"), contents(named.chat().chat().branches()));
    assertEquals(1, named.commands(StoreCommand.SaveChat.class).size());
    named.choose(new Choice.GoBackTo(whole.savePoints().getLast().head()));
    assertEquals(whole.conversation(), named.chat().chat().conversation());
    assertEquals(List.of(), named.chat().chat().branches());
  }

  @Test
  void aSavePointWhoseMessageIsMissingIsSaid() {
    Play named = Play.named().choose(new Choice.GoBackTo(new UUID(4, 4)));
    assertEquals("That save point's message is missing.", named.notice());
    assertEquals(List.of("q", "a"), named.said());
  }

  @Test
  void aFailedSaveIsSaidAndCanBeTriedAgain() {
    Play named = Play.named().exchange("q2", "a2").saveFails();
    assertEquals(new SaveState.NotSaved(Play.FULL), named.chat().save());
    assertEquals(Play.FULL.sentence(), named.notice());
    assertEquals(LogLevel.WARN, named.state().notice().level());
    named.act(Action.SAVE);
    assertEquals(4, named.command(StoreCommand.SaveChat.class).chat().conversation().size());
    assertInstanceOf(SaveState.Saving.class, named.chat().save());
  }

  @Test
  void aChatThatIsNotSavedIsNotLeft() {
    Play named = Play.named().exchange("q2", "a2").saveFails();
    for (Action action : List.of(Action.NEW, Action.OPEN)) {
      named.act(action);
      assertEquals("This chat is not saved. ^S tries again.", named.notice());
      assertEquals(4, named.said().size());
      assertTrue(named.state().dialog().isEmpty());
    }
  }

  @Test
  void anotherNameForANamedChatIsACopy() {
    Play named = Play.named().act(Action.SAVE_AS);
    assertEquals(new Dialog.Name("Title copy"), named.state().dialog().orElseThrow());
    named.choose(new Choice.NameChat("Other"));
    assertEquals("Other", named.command(StoreCommand.CopyChat.class).name());
  }

  @Test
  void theChatOnTheScreenIsNotDeleted() {
    play.exchange("q", "a").choose(new Choice.DeleteChat("", play.chat().chat().id(), "q"));
    assertEquals(List.of(), play.commands());
    assertEquals("That one is on the screen. ^N begins a new chat, then it can go.", play.notice());
    play.choose(new Choice.DeleteChat("", new UUID(3, 3), "q"));
    assertEquals(new UUID(3, 3), play.command(StoreCommand.DeleteChat.class).id());
  }

  private static List<String> contents(List<Message> messages) {
    return messages.stream().map(Message::content).toList();
  }
}
