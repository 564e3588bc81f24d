package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Omission;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.state.Dialog;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the model does not see: told, chosen, summed up, and kept with the chat.
class LeavingTest {

  private static final String LONG = "x".repeat(12_000);

  private final Play play = Play.withModel();

  private Play counts(long promptTokens) {
    return play.token("answer").on(new Event.TurnCompleted(play.turn(), new Metrics(1, 0, promptTokens, 1, 2, 1, -1)));
  }

  private List<String> sent() {
    return play.command(Command.StartTurn.class).request().history().stream().map(Message::content).toList();
  }

  private UUID id(int number) {
    return play.chat().chat().conversation().get(number - 1).id();
  }

  /// Three long questions, the last one sent although it does not fit.
  private Play cut() {
    play.ask(LONG);
    counts(3_000).ask(LONG);
    counts(6_010).ask(LONG);
    play.choose(new Choice.SendAnyway());
    return counts(4_100);
  }

  @Test
  void theCountTeachesHowTheModelCuts() {
    play.ask(LONG);
    counts(2_500);
    assertEquals(2_575, play.state().server().watch().rate("m:1b").of(4_004));
  }

  @Test
  void aSilentCutIsToldWithNumbersAndAWayOut() {
    cut();
    assertEquals("The server left out messages 1 to 3: its window is full. Esc W offers ways out.", play.notice());
    assertEquals(List.of(id(1), id(2), id(3)), play.state().server().watch().cut());
    play.act(Action.CONTEXT);
    assertInstanceOf(Dialog.Context.class, play.state().dialog().orElseThrow());
  }

  @Test
  void aChosenMessageIsLeftOutFromThenOnAndKeptWithTheChat() {
    play.exchange("one", "1").exchange("two", "2");
    play.choose(new Choice.LeaveOut(Set.of(id(1), id(2))));
    assertEquals("Messages 1 to 2 stay in the chat and are not sent.", play.notice());
    assertEquals(Set.of(id(1), id(2)), Omission.of(play.command(StoreCommand.KeepDraft.class).chat()).leftOut());
    play.ask("three");
    assertEquals(List.of("two", "2", "three"), sent());
    assertEquals(List.of("one", "1", "two", "2", "three"), play.said());
    play.token("3").done().choose(new Choice.LeaveOut(Set.of())).ask("four");
    assertEquals(7, sent().size());
  }

  @Test
  void aSummaryIsWrittenShownAndSentInPlace() {
    play.exchange("one", "1").exchange("two", "2");
    play.act(Action.CONTEXT).choose(new Choice.WantSummary());
    String order = play.command(ModelCommand.Summarise.class).request().history().getFirst().content();
    assertTrue(order.contains("User: one") && !order.contains("User: two"), order);
    play.on(new Event.Summarised(List.of(id(1), id(2)), " They counted. ", ""));
    assertEquals(
        new Dialog.Summary(List.of(id(1), id(2)), "They counted.", ""), play.state().dialog().orElseThrow());
    play.choose(new Choice.UseSummary("They counted to one."));
    assertTrue(play.state().dialogs().isEmpty());
    play.ask("three");
    assertEquals(
        List.of("Summary of the earlier part of this conversation:\nThey counted to one.", "two", "2", "three"),
        sent());
  }

  @Test
  void aSummaryLetsTheQuestionThatWaitedGo() {
    play.exchange(LONG, "1").exchange("two", "2").ask(LONG + "y");
    assertInstanceOf(Dialog.Overflow.class, play.state().dialog().orElseThrow());
    List<UUID> summed = play.choose(new Choice.WantSummary()).command(ModelCommand.Summarise.class).messages();
    play.on(new Event.Summarised(summed, "Short.", ""));
    play.choose(new Choice.UseSummary("Short."));
    assertEquals(LONG + "y", sent().getLast());
    assertTrue(play.state().dialogs().isEmpty());
  }

  @Test
  void whatStillDoesNotFitAsksAgain() {
    play.exchange("one", "1").exchange(LONG, "2").ask(LONG + "y").choose(new Choice.LeaveOut(Set.of(id(1))));
    assertInstanceOf(Dialog.Overflow.class, play.state().dialog().orElseThrow());
    assertEquals(List.of(), play.commands(Command.StartTurn.class));
  }

  @Test
  void aSummaryThatNobodyWantsIsStopped() {
    play.exchange("one", "1").exchange("two", "2").choose(new Choice.WantSummary()).on(new Event.DialogClosed());
    assertEquals(List.of(new ModelCommand.StopSummary()), play.commands());
    play.on(new Event.Summarised(List.of(id(1), id(2)), "Late.", ""));
    assertTrue(play.state().dialogs().isEmpty());
  }

  @Test
  void messagesByTheirNumbers() {
    play.exchange("one", "1").exchange("two", "2");
    assertEquals("messages 1 and 3 to 4", MessageNumbers.words(play.chat().chat(), Set.of(id(1), id(3), id(4))));
    assertEquals("message 2", MessageNumbers.words(play.chat().chat(), Set.of(id(2))));
    assertEquals("no messages", MessageNumbers.words(play.chat().chat(), Set.of(new UUID(9, 9))));
  }

  @Test
  void aSummaryNeverLandsInAnotherChat() {
    play.exchange("one", "1").exchange("two", "2").choose(new Choice.WantSummary());
    play.on(new Event.ChatOpened(Chat.empty(new UUID(5, 5), Play.START), "other.json"));
    assertEquals(1, play.commands(ModelCommand.StopSummary.class).size());
    play.exchange("uno", "1").exchange("due", "2").choose(new Choice.WantSummary());
    play.on(new Event.Summarised(List.of(new UUID(7, 7)), "Of the chat before.", ""));
    assertEquals(new Dialog.Summary(List.of(id(1), id(2)), "", ""), play.state().dialog().orElseThrow());
  }

  @Test
  void theSmallestWindowCanBeSummedUp() {
    play.exchange("one ".repeat(50), "1").exchange("two", "2")
        .choose(new Choice.SetParameter(Parameter.NUM_CTX, "256"));
    play.choose(new Choice.WantSummary());
    String order = play.command(ModelCommand.Summarise.class).request().history().getFirst().content();
    assertTrue(order.contains("User: one one"), order);
  }

  @Test
  void thePartThatAnAnswerGoesOnWithIsCountedToo() {
    play.ask("q").token(LONG).fail(new ModelError.Cancelled()).act(Action.CONTINUE);
    counts(3_900);
    assertEquals(3_900, play.state().server().watch().rate("m:1b").counted());
  }
}
