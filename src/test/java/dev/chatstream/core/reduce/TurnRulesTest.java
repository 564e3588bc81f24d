package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.state.Turn;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A question, its answer, and all the ways in which an answer ends.
class TurnRulesTest {

  private static final ModelError STOPPED = new ModelError.Cancelled();

  private final Play play = Play.withModel();

  @Test
  void aQuestionGoesIntoTheChatAndToTheModel() {
    play.ask("How?");
    Command.StartTurn start = play.command(Command.StartTurn.class);
    assertEquals(List.of("How?"), start.request().history().stream().map(Message::content).toList());
    assertEquals("m:1b", start.request().model());
    assertEquals(8192, start.request().contextTokens());
    assertEquals(play.turn(), start.turn());
    assertEquals(1, play.commands(WindowCommand.ClearInput.class).size());
    assertEquals(List.of("How?"), play.said());
  }

  @Test
  void aBlankQuestionIsNone() {
    play.ask("  \n ");
    assertEquals(List.of(), play.commands());
    assertEquals(List.of(), play.said());
  }

  @Test
  void withoutAModelTheTextStaysInTheInput() {
    Play nobody = new Play().ask("How?");
    assertEquals(List.of(), nobody.commands());
    assertEquals("No model server answers yet. Your text is kept. Esc m says more.", nobody.notice());
  }

  @Test
  void anAnswerGrowsPieceByPieceAndIsKeptWhole() {
    play.ask("How?").later(2).token("So ").token("so.");
    assertEquals("So so.", play.chat().turn().orElseThrow().text().toString());
    assertEquals(Turn.Phase.WRITING, play.chat().turn().orElseThrow().phase());
    play.done();
    assertEquals(List.of("How?", "So so."), play.said());
    assertEquals(MessageState.DONE, play.last().state());
    assertEquals(2_000_000_000L, play.last().metrics().firstTokenNanos());
    assertEquals(2, play.last().metrics().tokens());
    assertEquals("m:1b", play.last().model());
    assertEquals(play.chat().chat().conversation().getFirst().id(), play.last().parent().orElseThrow());
  }

  @Test
  void whatTheServerMeasuredWins() {
    play.ask("How?").token("So.");
    play.on(new Event.TurnCompleted(play.turn(), new Metrics(9, 8, 7, 6, 5, 4, 3)));
    assertEquals(new Metrics(9, 8, 7, 6, 5, 4, 3), play.last().metrics());
  }

  @Test
  void thinkingStandsApart() {
    play.ask("How?");
    play.on(new Event.TokenReceived(play.turn(), "hm", true, 1));
    assertEquals(Turn.Phase.THINKING, play.chat().turn().orElseThrow().phase());
    play.token("So.").done();
    assertEquals("hm", play.last().thinking());
    assertEquals("So.", play.last().content());
  }

  @Test
  void whatAnOldTurnSaysIsIgnored() {
    play.ask("one").token("1").done().ask("two");
    UUID old = new UUID(9, 9);
    play.on(new Event.TokenReceived(old, "late", false, 1));
    play.on(new Event.TurnFailed(old, STOPPED));
    play.on(new Event.TurnCompleted(old, Metrics.UNKNOWN));
    assertTrue(play.chat().turn().isPresent());
    assertTrue(play.chat().turn().orElseThrow().silent());
    assertEquals(List.of("one", "1", "two"), play.said());
  }

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of(STOPPED, MessageState.STOPPED, "Stopped, 1 token kept. Esc + goes on, ^R tries again."),
        Arguments.of(new ModelError.StreamTruncated("h"), MessageState.CUT,
            "Connection to h lost. ^R tries again."),
        Arguments.of(new ModelError.Timeout("h", 60), MessageState.CUT, "h sent nothing for 60 s. ^R tries again."),
        Arguments.of(new ModelError.StreamError("died"), MessageState.FAILED,
            "The model stopped: died. ^R tries again."));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aPartOfAnAnswerIsKeptAndMarked(ModelError error, MessageState state, String notice) {
    play.ask("How?").token("So").fail(error);
    assertEquals("So", play.last().content());
    assertEquals(state, play.last().state());
    assertEquals(notice, play.notice());
    assertEquals(error instanceof ModelError.Cancelled ? LogLevel.INFO : LogLevel.WARN, play.state().notice().level());
    assertTrue(play.chat().turn().isEmpty());
  }

  @Test
  void aQuestionWithoutAnAnswerStaysWithTheReasonBelow() {
    play.ask("How?").fail(Play.SILENT);
    assertEquals(List.of("How?"), play.said());
    assertEquals(Play.SILENT.sentence() + " Your question waits for it. ^R tries now.", play.trouble());
    play.act(Action.RETRY);
    assertEquals("", play.trouble());
    assertEquals(1, play.commands(Command.StartTurn.class).size());
  }

  @Test
  void stoppingTellsTheWorkerAndWaitsForItsEnd() {
    play.ask("How?").token("So").act(Action.STOP);
    assertEquals(play.turn(), play.command(Command.StopTurn.class).turn());
    assertEquals(Turn.Phase.STOPPING, play.chat().turn().orElseThrow().phase());
    play.token(" it").fail(STOPPED);
    assertEquals("So it", play.last().content());
  }

  @Test
  void stoppedBeforeTheFirstTokenTheQuestionGoesBackToTheInput() {
    play.ask("How?").act(Action.STOP).fail(STOPPED);
    assertEquals(List.of(), play.said());
    assertEquals("How?", play.command(WindowCommand.PutInput.class).text());
    assertEquals("Stopped. The question is in the input again.", play.notice());
  }

  @Test
  void aQuestionDuringAnAnswerWaitsForItsEnd() {
    play.ask("one").token("1").ask("two").ask("three");
    assertEquals(List.of("two", "three"), play.chat().queued());
    assertEquals(1, play.commands(WindowCommand.ClearInput.class).size());
    play.done();
    assertEquals(List.of("one", "1", "two"), play.said());
    assertEquals(List.of("three"), play.chat().queued());
    assertEquals(3, play.command(Command.StartTurn.class).request().history().size());
    play.token("2").done();
    assertEquals("three", play.last().content());
  }

  @Test
  void whatWaitedWaitsOnWhenTheAnswerDoesNotEndWell() {
    play.ask("one").token("1").ask("two").ask("three").fail(STOPPED);
    assertEquals(List.of(), play.commands(WindowCommand.PutInput.class));
    assertEquals(List.of("two", "three"), play.chat().queued());
    play.ask("");
    assertEquals("two", play.last().content());
    assertEquals(List.of("three"), play.chat().queued());
    play.ask("");
    assertEquals(List.of("three"), play.chat().queued());
  }

  @Test
  void aQuestionThatComesBackIsNotJoinedWithThoseBehindIt() {
    play.ask("one").ask("two").ask("three").fail(STOPPED);
    assertEquals("one", play.command(WindowCommand.PutInput.class).text());
    assertEquals(List.of("two", "three"), play.chat().queued());
    play.ask("One?").token("1").done();
    assertEquals("two", play.last().content());
  }

  @Test
  void whatWaitedIsNotLostWithANewChat() {
    play.ask("one").token("1").ask("two").act(Action.NEW);
    assertEquals("two", play.command(WindowCommand.PutInput.class).text());
    assertEquals(List.of(), play.said());
  }

  @Test
  void tryingAgainPutsTheAnswerOnABranch() {
    play.exchange("How?", "So.").act(Action.RETRY);
    assertEquals(List.of("How?"), play.said());
    assertEquals(List.of("So."), play.chat().chat().branches().stream().map(Message::content).toList());
    assertEquals(1, play.command(Command.StartTurn.class).request().history().size());
    play.token("Or so.").done();
    assertEquals(List.of("How?", "Or so."), play.said());
    assertEquals(1, play.chat().chat().branches().size());
  }

  @Test
  void anAnswerComesBackWhenTryingAgainGaveNone() {
    Chat before = play.exchange("How?", "So.").chat().chat();
    play.act(Action.RETRY).fail(Play.SILENT);
    assertEquals(before.conversation(), play.chat().chat().conversation());
    assertEquals(List.of(), play.chat().chat().branches());
    assertEquals(Play.SILENT.sentence() + " ^R tries again.", play.notice());
    play.act(Action.RETRY).act(Action.STOP).fail(STOPPED);
    assertEquals(before.conversation(), play.chat().chat().conversation());
    assertEquals(List.of(), play.commands(WindowCommand.PutInput.class));
    play.act(Action.RETRY).act(Action.QUIT);
    assertEquals(before.conversation(), play.chat().chat().conversation());
  }

  @Test
  void theNewestOfSeveralAnswersComesBack() {
    play.exchange("How?", "one").act(Action.RETRY).token("two").done().act(Action.RETRY).fail(Play.SILENT);
    assertEquals(List.of("How?", "two"), play.said());
    assertEquals(List.of("one"), play.chat().chat().branches().stream().map(Message::content).toList());
  }

  @Test
  void thereIsNothingToTryAgainInAnEmptyChat() {
    play.act(Action.RETRY);
    assertEquals("There is no question to ask again.", play.notice());
    assertEquals(List.of(), play.commands());
  }

  @Test
  void anotherChatEndsTheAnswerThatIsComing() {
    play.ask("How?").token("So");
    UUID turn = play.turn();
    Chat other = Chat.empty(new UUID(5, 5), Play.START);
    play.on(new Event.ChatOpened(other, "other.json"));
    assertEquals(turn, play.command(Command.StopTurn.class).turn());
    assertEquals("So", play.command(StoreCommand.KeepDraft.class).chat().conversation().getLast().content());
    assertEquals(other, play.chat().chat());
    assertTrue(play.chat().turn().isEmpty());
    assertInstanceOf(StoreCommand.KeepDraft.class, play.commands().getFirst());
  }

  @Test
  void aReplyThatStopsWithItsChatIsToldAndCanGoOn() {
    play.ask("How?").token("So").act(Action.NEW);
    assertEquals("Reply stopped, 1 token kept. ^O goes back there, Esc + goes on.", play.notice());
    play.later(7).on(new Event.KeyPressed(Key.text("x")));
    assertEquals("Reply stopped, 1 token kept. ^O goes back there, Esc + goes on.", play.notice());
    Play silent = Play.withModel().ask("How?").choose(new Choice.OpenChat("other.json", new UUID(5, 5)));
    assertEquals("The question before got no answer. ^O goes back there, ^R asks again.", silent.notice());
    Play again = Play.withModel().exchange("How?", "So.").act(Action.RETRY).act(Action.NEW);
    assertEquals("A new chat. The one before is kept as a draft.", again.notice());
  }

  @Test
  void theChatOnTheScreenIsNotLeftToBeOpened() {
    play.ask("How?").token("So").act(Action.OPEN).choose(new Choice.OpenChat("", play.chat().chat().id()));
    assertTrue(play.chat().turn().isPresent());
    assertTrue(play.state().dialogs().isEmpty());
    assertEquals(List.of(), play.commands(StoreCommand.OpenChat.class));
  }

  @Test
  void aCopyIsNotMadeOfHalfAnAnswer() {
    Play named = Play.named().ask("more").act(Action.SAVE_AS);
    assertEquals("A reply is coming. ^C stops it.", named.notice());
    assertTrue(named.state().dialog().isEmpty());
  }
}
