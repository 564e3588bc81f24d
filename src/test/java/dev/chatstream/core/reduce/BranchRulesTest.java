package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Turn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every fork is kept and can be walked; a second model answers beside the first.
class BranchRulesTest {

  private static final ModelError STOPPED = new ModelError.Cancelled();

  private final Play play = Play.withModel().exchange("one", "1").exchange("two", "2");

  private Message message(int at) {
    return play.chat().chat().conversation().get(at);
  }

  private List<String> beside() {
    return play.chat().chat().branches().stream().map(Message::content).toList();
  }

  private static List<String> texts(Command.StartTurn start) {
    return start.request().history().stream().map(Message::content).toList();
  }

  @Test
  void anEditedQuestionMakesABranch() {
    play.choose(new Choice.Revise(message(0)));
    assertEquals("one", play.command(WindowCommand.SwapInput.class).text());
    play.ask("uno");
    assertEquals(List.of("uno"), play.said());
    assertEquals(List.of("uno"), texts(play.command(Command.StartTurn.class)));
    assertEquals(1, play.commands(WindowCommand.GiveInputBack.class).size());
    play.token("U").done();
    assertEquals(List.of("uno", "U"), play.said());
    assertEquals(List.of("one", "1", "two", "2"), beside());
    play.ask("due");
    assertEquals(List.of("uno", "U", "due"), play.said());
  }

  @Test
  void theLastQuestionIsEditedByItsKey() {
    play.act(Action.REVISE).ask("TWO").token("3").done();
    assertEquals(List.of("one", "1", "TWO", "3"), play.said());
    assertEquals(message(1).id(), message(2).parent().orElseThrow());
  }

  @Test
  void escGivesTheNewVersionUp() {
    play.act(Action.REVISE).on(new Event.MenuOpened());
    assertEquals(1, play.commands(WindowCommand.GiveInputBack.class).size());
    assertTrue(play.state().dialog().isEmpty());
    play.ask("three");
    assertEquals(List.of("one", "1", "two", "2", "three"), play.said());
    play.done().on(new Event.MenuOpened());
    assertInstanceOf(Dialog.KeyMenu.class, play.state().dialog().orElseThrow());
  }

  @Test
  void aNewVersionThatIsStoppedAtOnceLeavesTheOldOneOnTheScreen() {
    play.choose(new Choice.Revise(message(0))).ask("uno").act(Action.STOP).fail(STOPPED);
    assertEquals(List.of("one", "1", "two", "2"), play.said());
    assertEquals("uno", play.command(WindowCommand.PutInput.class).text());
    play.ask("uno!").token("U").done();
    assertEquals(List.of("uno!", "U"), play.said());
  }

  @Test
  void answersCanNotBeEdited() {
    play.choose(new Choice.Revise(message(1)));
    assertEquals("Only what you wrote can be edited. ^R asks for another answer.", play.notice());
    assertTrue(play.chat().steering().replacing().isEmpty());
  }

  @Test
  void versionsAreWalked() {
    play.act(Action.RETRY).token("II").done();
    play.choose(new Choice.Sibling(message(3), -1));
    assertEquals(List.of("one", "1", "two", "2"), play.said());
    assertEquals("Version 1 of 2.", play.notice());
    assertEquals(1, play.commands(StoreCommand.KeepDraft.class).size());
    play.choose(new Choice.Sibling(message(3), -1));
    assertEquals("This is the first version.", play.notice());
    play.choose(new Choice.Sibling(message(3), 1));
    assertEquals(List.of("one", "1", "two", "II"), play.said());
    play.choose(new Choice.Sibling(message(0), 1));
    assertEquals("There is no other version of this message. Esc w shows all branches.", play.notice());
  }

  @Test
  void whileAReplyComesThePathStays() {
    play.act(Action.RETRY).token("II").done().ask("three");
    play.choose(new Choice.Sibling(message(3), -1));
    assertEquals("A reply is coming. ^C stops it.", play.notice());
    assertEquals(List.of("one", "1", "two", "II", "three"), play.said());
  }

  @Test
  void aForkLeavesWhatFollowedOnABranch() {
    play.choose(new Choice.ForkFrom(message(1)));
    assertEquals(List.of("one", "1"), play.said());
    play.exchange("other", "o");
    assertEquals(List.of("two", "2"), beside());
    play.choose(new Choice.GoTo(play.chat().chat().branches().getFirst()));
    assertEquals(List.of("one", "1", "two", "2"), play.said());
  }

  @Test
  void aBranchBecomesAChatOfItsOwn() {
    play.choose(new Choice.ForkFrom(message(1))).exchange("other", "o");
    play.choose(new Choice.SaveBranch(play.chat().chat().branches().getFirst()));
    StoreCommand.SaveBranch saved = play.command(StoreCommand.SaveBranch.class);
    assertEquals(
        List.of("one", "1", "two", "2"), saved.chat().conversation().stream().map(Message::content).toList());
    assertEquals("one", saved.name());
    assertEquals(List.of("one", "1", "other", "o"), play.said());
  }

  @Test
  void aStoppedAnswerGoesOn() {
    play.ask("three").token("So").fail(STOPPED).act(Action.CONTINUE);
    Command.StartTurn start = play.command(Command.StartTurn.class);
    assertEquals(List.of("one", "1", "two", "2", "three", "So"), texts(start));
    assertEquals("So", start.asked().answer().content());
    assertEquals(List.of("one", "1", "two", "2", "three"), play.said());
    play.token(" it is").done();
    assertEquals("So it is", play.last().content());
    assertEquals(MessageState.DONE, play.last().state());
    assertEquals(List.of("So"), beside());
  }

  @Test
  void whatHasNothingToAddLeavesTheAnswerAsItWas() {
    play.act(Action.CONTINUE).done();
    assertEquals(List.of("one", "1", "two", "2"), play.said());
    assertEquals(List.of(), beside());
    assertEquals("The model has nothing to add.", play.notice());
    play.act(Action.CONTINUE).fail(STOPPED);
    assertEquals(List.of("one", "1", "two", "2"), play.said());
  }

  @Test
  void withoutAnAnswerThereIsNothingToGoOnWith() {
    Play empty = Play.withModel().act(Action.CONTINUE);
    assertEquals("There is no answer to go on with.", empty.notice());
  }

  private Turn second() {
    return play.chat().steering().second().orElseThrow();
  }

  private UUID ask(String model) {
    play.on(Play.answered(Play.model("m:1b"), Play.model("n:2b"))).choose(new Choice.AskSecond(model));
    return second().id();
  }

  @Test
  void aSecondModelAnswersBesideTheFirst() {
    UUID turn = ask("n:2b");
    Command.StartTurn start = play.command(Command.StartTurn.class);
    assertEquals("n:2b", start.request().model());
    assertEquals(List.of("one", "1", "two"), texts(start));
    assertInstanceOf(Dialog.TwoAnswers.class, play.state().dialog().orElseThrow());
    play.on(new Event.TokenReceived(turn, "zwei", false, 1)).on(new Event.TurnCompleted(turn, Metrics.UNKNOWN));
    assertEquals(List.of("one", "1", "two", "2"), play.said());
    assertEquals(List.of("zwei"), beside());
    play.choose(new Choice.KeepAnswer(play.chat().chat().branches().getFirst().id()));
    assertEquals(List.of("one", "1", "two", "zwei"), play.said());
    assertEquals(List.of("2"), beside());
    assertTrue(play.state().dialog().isEmpty());
  }

  @Test
  void bothStreamAndEachStopsAlone() {
    play.ask("three").token("3");
    UUID first = play.chat().turn().orElseThrow().answer();
    UUID turn = ask("n:2b");
    UUID answer = second().answer();
    play.on(new Event.TokenReceived(turn, "drei", false, 1)).token("!");
    play.choose(new Choice.StopAnswer(answer));
    assertEquals(turn, play.command(Command.StopTurn.class).turn());
    play.on(new Event.TurnFailed(turn, STOPPED));
    assertEquals("3!", play.chat().turn().orElseThrow().text().toString());
    assertEquals(MessageState.STOPPED, play.chat().chat().branches().getLast().state());
    play.choose(new Choice.StopAnswer(first));
    play.fail(STOPPED);
    assertEquals("3!", play.last().content());
  }

  @Test
  void anAnswerThatIsStillComingIsShownAgain() {
    ask("n:2b");
    Dialog shown = play.state().dialog().orElseThrow();
    play.on(new Event.DialogClosed()).act(Action.COMPARE);
    assertEquals(shown, play.state().dialog().orElseThrow());
  }

  @Test
  void keepingTheSecondStopsTheFirst() {
    play.ask("three").token("3");
    UUID turn = ask("n:2b");
    UUID answer = second().answer();
    play.on(new Event.TokenReceived(turn, "drei", false, 1));
    play.choose(new Choice.KeepAnswer(answer));
    assertEquals("This answer is still coming. Stop it or wait, then keep it.", play.notice());
    play.on(new Event.TurnCompleted(turn, Metrics.UNKNOWN)).choose(new Choice.KeepAnswer(answer));
    assertEquals("drei", play.last().content());
    assertEquals(List.of("3"), beside());
  }

  @Test
  void whatASecondModelSaidIsKeptWhenTheChatIsLeft() {
    UUID turn = ask("n:2b");
    play.on(new Event.TokenReceived(turn, "zw", false, 1)).act(Action.NEW);
    List<Message> branches = play.commands(StoreCommand.KeepDraft.class).getFirst().chat().branches();
    assertEquals(List.of("zw"), branches.stream().map(Message::content).toList());
    assertEquals(turn, play.commands(Command.StopTurn.class).getFirst().turn());
  }

  @Test
  void theSecondModelsAnswerDoesNotTakeTheFirstOnesPlace() {
    play.exchange("q", "first").later(1).act(Action.RETRY).later(1);
    UUID coming = play.turn();
    play.choose(new Choice.AskSecond("n:2b"));
    UUID turn = play.chat().steering().second().orElseThrow().id();
    assertEquals(coming, play.turn());
    play.on(new Event.TokenReceived(turn, "zwei", false, 1)).on(new Event.TurnCompleted(turn, Metrics.UNKNOWN));
    play.fail(Play.SILENT);
    assertEquals("first", play.last().content());
    assertTrue(beside().contains("zwei"), beside().toString());
  }

  @Test
  void aSecondModelThatFailsTakesNothingAway() {
    UUID turn = ask("n:2b");
    play.on(new Event.TurnFailed(turn, new ModelError.StreamError("died")));
    assertEquals(List.of(), beside());
    assertTrue(play.notice().startsWith("n:2b: "));
    assertTrue(play.chat().steering().second().isEmpty());
  }

  @Test
  void aQuestionThatASecondModelAnswersStaysWhenTheFirstIsStopped() {
    play.ask("q");
    ask("n:2b");
    play.fail(STOPPED);
    assertEquals("q", play.last().content());
    assertEquals(List.of(), play.commands(WindowCommand.PutInput.class));
    assertTrue(play.chat().steering().second().isPresent());
  }

  @Test
  void aNewVersionThatWasHeldGivesTheInputBackWhenItIsSent() {
    play.exchange("q", "a").act(Action.REVISE).ask("x".repeat(40_000)).choose(new Choice.SendAnyway());
    assertEquals(1, play.commands(WindowCommand.GiveInputBack.class).size());
  }
}
