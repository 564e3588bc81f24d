package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.state.Dialog;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A question that does not fit the window is held until the person has chosen what to do.
class OverflowTest {

  /// About 4,000 tokens each.
  private static final String LONG = "x".repeat(12_000);

  private final Play play = Play.withModel().exchange(LONG, "first");

  private Dialog.Overflow overflow() {
    return assertInstanceOf(Dialog.Overflow.class, play.state().dialog().orElseThrow());
  }

  private List<String> sent() {
    return play.command(Command.StartTurn.class).request().history().stream().map(Message::content).toList();
  }

  @Test
  void nothingIsSentAndTheInputIsEmptyMeanwhile() {
    play.ask(LONG + "y");
    assertEquals(16_384, overflow().largerWindow());
    assertEquals(1, overflow().startFrom());
    assertEquals(8192, overflow().overflow().windowTokens());
    assertEquals(List.of(new WindowCommand.ClearInput(), new WritingCommand.KeepPrompt(LONG + "y")), play.commands());
    assertEquals(List.of(LONG, "first"), play.said());
  }

  @Test
  void aLargerWindowSendsItAll() {
    play.ask(LONG + "y").choose(new Choice.LargerWindow(16_384));
    assertEquals(List.of(LONG, "first", LONG + "y"), sent());
    assertEquals(16_384, play.command(Command.StartTurn.class).request().contextTokens());
    assertTrue(play.state().dialog().isEmpty());
    assertEquals("", play.chat().held());
    assertEquals(List.of(), play.commands(WindowCommand.PutInput.class));
  }

  @Test
  void aLaterStartLeavesOlderMessagesOut() {
    play.ask(LONG + "y").choose(new Choice.StartFrom(1));
    assertEquals(List.of("first", LONG + "y"), sent());
    assertEquals(List.of(LONG, "first", LONG + "y"), play.said());
    play.token("second").done().ask("more");
    assertEquals(List.of("first", LONG + "y", "second", "more"), sent());
  }

  @Test
  void sendingAnywaySendsItAsItIs() {
    play.ask(LONG + "y").choose(new Choice.SendAnyway());
    assertEquals(3, sent().size());
    assertEquals(8192, play.command(Command.StartTurn.class).request().contextTokens());
  }

  @Test
  void choosingNothingGivesTheTextBack() {
    play.ask(LONG + "y").on(new Event.DialogClosed());
    assertEquals(LONG + "y", play.command(WindowCommand.PutInput.class).text());
    assertEquals("", play.chat().held());
    assertEquals("Nothing was sent. Your text is in the input.", play.notice());
  }

  @Test
  void aQueuedQuestionThatNoLongerFitsIsHeldToo() {
    play.ask("short").token("second").ask(LONG + "y").done();
    assertInstanceOf(Dialog.Overflow.class, play.state().dialog().orElseThrow());
    assertEquals(List.of(), play.commands(WindowCommand.PutInput.class));
    play.choose(new Choice.SendAnyway());
    assertEquals(5, sent().size());
    // What was typed meanwhile stays in the input.
    assertEquals(List.of(), play.commands(WindowCommand.ClearInput.class));
  }

  @Test
  void aQuestionLargerThanTheWindowHasNoStart() {
    play.ask("x".repeat(30_000));
    assertEquals(-1, overflow().startFrom());
  }

  @Test
  void aWindowIsNeverLargerThanTheModels() {
    play.ask("x".repeat(96_500));
    assertEquals(0, overflow().largerWindow());
    play.on(new Event.DialogClosed()).ask("x".repeat(70_000));
    assertEquals(32_768, overflow().largerWindow());
  }

  /// A second question that was sent anyway, so that asking it again does not fit either.
  private Play tooLongAndAnswered() {
    return play.ask(LONG + "y").choose(new Choice.SendAnyway()).token("second").done();
  }

  @Test
  void askingAgainLooksAtTheWindowToo() {
    tooLongAndAnswered().act(Action.RETRY);
    assertEquals(new Dialog.Overflow(overflow().overflow(), 16_384, 1, true), overflow());
    assertEquals(List.of(), play.commands());
    assertEquals(List.of(LONG, "first", LONG + "y", "second"), play.said());
  }

  @Test
  void askingAgainWithALargerWindowSendsItAll() {
    tooLongAndAnswered().act(Action.RETRY).choose(new Choice.LargerWindow(16_384));
    assertEquals(List.of(LONG, "first", LONG + "y"), sent());
    assertEquals(16_384, play.command(Command.StartTurn.class).request().contextTokens());
    assertTrue(play.state().dialog().isEmpty());
    assertEquals(List.of(LONG, "first", LONG + "y"), play.said());
  }

  @Test
  void askingAgainFromALaterMessageLeavesOlderOnesOut() {
    tooLongAndAnswered().act(Action.RETRY).choose(new Choice.StartFrom(1));
    assertEquals(List.of("first", LONG + "y"), sent());
  }

  @Test
  void askingAgainAnywaySendsItAsItIs() {
    tooLongAndAnswered().act(Action.RETRY).choose(new Choice.SendAnyway());
    assertEquals(3, sent().size());
    assertEquals(8192, play.command(Command.StartTurn.class).request().contextTokens());
  }

  @Test
  void notAskingAgainLeavesTheChatAsItIs() {
    tooLongAndAnswered().act(Action.RETRY).on(new Event.DialogClosed());
    assertEquals(List.of(LONG, "first", LONG + "y", "second"), play.said());
    assertEquals(List.of(), play.commands());
    assertEquals("Nothing was sent.", play.notice());
  }

  @Test
  void askingAgainWhatFitsAsksNobody() {
    play.act(Action.RETRY);
    assertTrue(play.state().dialog().isEmpty());
    assertEquals(List.of(LONG), sent());
  }

  @Test
  void goingBackToASavePointSendsWhatItHolds() {
    Play named = Play.named().act(Action.SAVE);
    named.exchange(LONG, "second").ask(LONG + "y").choose(new Choice.StartFrom(3)).token("third").done();
    named.choose(new Choice.GoBackTo(named.chat().chat().savePoints().getFirst().head()));
    named.ask("again");
    assertEquals(
        List.of("q", "a", "again"),
        named.command(Command.StartTurn.class).request().history().stream().map(Message::content).toList());
  }

  @Test
  void aQuestionThatIsHeldStaysWithItsChatWhenAnotherOneOpens() {
    Chat other = Chat.empty(new UUID(9, 9), Play.START);
    UUID here = play.chat().chat().id();
    play.ask(LONG + "y").on(new Event.ChatOpened(other, "other.json"));
    assertEquals(new WritingCommand.KeepUnsent(here, LONG + "y"), play.command(WritingCommand.KeepUnsent.class));
    assertEquals(List.of(), play.commands(WindowCommand.PutInput.class));
  }

  @Test
  void whatIsQueuedStaysWithItsChatWhenAnotherOneOpens() {
    Chat other = Chat.empty(new UUID(9, 9), Play.START);
    UUID here = play.chat().chat().id();
    play.ask("q").token("a").ask("next").on(new Event.ChatOpened(other, "other.json"));
    assertEquals(new WritingCommand.KeepUnsent(here, "next"), play.command(WritingCommand.KeepUnsent.class));
    assertEquals(List.of(), play.commands(WindowCommand.PutInput.class));
    assertEquals(List.of(), play.chat().queued());
  }

  @Test
  void aServerThatComesBackWaitsForAChoiceThatIsOpen() {
    play.ask("q").fail(Play.SILENT).ask(LONG + LONG);
    play.on(new Event.ServerSilent("localhost:11434", Play.SILENT)).on(Play.answered(Play.model("m:1b")));
    assertTrue(play.chat().turn().isEmpty());
    assertEquals(LONG + LONG, play.chat().held());
  }

  @Test
  void aQuestionThatWasHeldIsQueuedWhenAReplyIsComing() {
    play.ask(LONG + "y").act(Action.CONTINUE);
    UUID coming = play.turn();
    play.choose(new Choice.SendAnyway());
    assertEquals(coming, play.turn());
    assertEquals(List.of(LONG + "y"), play.chat().queued());
  }

  @Test
  void theRoomForTheAnswerIsWhatItMayHaveAndNeverAllOfASmallWindow() {
    Play small = Play.withModel().exchange("q", "a").choose(new Choice.SetParameter(Parameter.NUM_CTX, "256"));
    small.ask("short");
    assertTrue(small.state().dialog().isEmpty());
    Play wordy = Play.withModel().exchange("q", "a").choose(new Choice.SetParameter(Parameter.NUM_PREDICT, "4000"));
    wordy.ask("x".repeat(14_000));
    Dialog.Overflow told = assertInstanceOf(Dialog.Overflow.class, wordy.state().dialog().orElseThrow());
    assertEquals(4_000 + 4_671 + 10, told.overflow().estimatedTokens());
  }

  @Test
  void whatTheModelSeesSaysTheSame() {
    assertTrue(Fit.beyond(play.state()).isEmpty());
    play.ask(LONG + "y");
    assertEquals(overflow().overflow().estimatedTokens(), Fit.beyond(play.state()).getAsInt());
    play.choose(new Choice.SendAnyway()).token("second").done();
    assertTrue(Fit.beyond(play.state()).isPresent());
  }
}
