package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.state.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is known of a turn while it runs: loading, stalls, a server that is lost, and loading ahead.
class TurnWatchTest {

  private static final ModelError CUT = new ModelError.StreamTruncated("localhost:11434");

  private final Play play = Play.withModel();

  private static LoadedModel loaded(String name, long seconds, int window) {
    Instant until = Play.START.plusSeconds(seconds);
    return new LoadedModel(name, 5_000_000_000L, 0, Optional.of(until), window);
  }

  private Play inMemory(LoadedModel... models) {
    return play.on(new Event.LoadedRead(List.of(models), Optional.empty()));
  }

  private Turn turn() {
    return play.chat().turn().orElseThrow();
  }

  private Play answers(UUID turn, LoadedModel... models) {
    return play.on(new Event.LoadedRead(List.of(models), Optional.of(turn)));
  }

  @Test
  void aModelThatIsThereIsNotAskedAbout() {
    inMemory(loaded("m:1b", 300, 8192)).ask("q");
    assertEquals(List.of(), play.commands(ModelCommand.AskLoaded.class));
    assertFalse(turn().loading());
  }

  @Test
  void aModelWhoseTimeIsOverHasToBeLoaded() {
    inMemory(loaded("m:1b", 300, 8192)).later(301).ask("q");
    assertTrue(turn().loading());
    assertEquals(new ModelCommand.AskLoaded(Optional.of(play.turn())), play.command(ModelCommand.AskLoaded.class));
  }

  @Test
  void anotherWindowLoadsTheModelAnew() {
    inMemory(loaded("m:1b", 300, 4096)).ask("q");
    assertTrue(turn().loading());
  }

  @Test
  void theRequestGoesOutBeforeTheServerIsAskedWhatItHas() {
    play.ask("q");
    List<? extends Class<?>> order = play.commands().stream().map(Object::getClass).toList();
    assertTrue(order.indexOf(Command.StartTurn.class) < order.indexOf(ModelCommand.AskLoaded.class), order.toString());
  }

  @Test
  void whatTheServerSaysTellsLoadingFromReading() {
    play.ask("q");
    answers(play.turn(), loaded("other", 300, 0));
    assertTrue(turn().loading());
    play.token("x").done();
    inMemory(loaded("m:1b", 300, 8192)).ask("next");
    assertFalse(turn().loading());
  }

  @Test
  void aModelThatIsNamedWhileItLoadsIsStillLoading() {
    inMemory().ask("q");
    answers(play.turn(), loaded("m:1b", 300, 8192));
    assertTrue(turn().loading());
  }

  @Test
  void anAnswerForAnEarlierTurnChangesNothing() {
    play.ask("q");
    answers(new UUID(9, 9));
    assertFalse(turn().loading());
  }

  @Test
  void whatIsReadIsCountedAfterASecond() {
    play.ask("x".repeat(300));
    assertEquals(0, turn().asked());
    play.later(1);
    assertEquals(104, turn().asked());
  }

  @Test
  void theEndOfATurnAsksWhatIsInMemory() {
    play.ask("q").token("a").done();
    assertEquals(new ModelCommand.AskLoaded(Optional.empty()), play.command(ModelCommand.AskLoaded.class));
  }

  @Test
  void nothingForThirtySecondsIsAStall() {
    play.ask("q").token("a").later(29);
    assertTrue(TurnWatch.stalled(play.state()).isEmpty());
    play.later(1);
    assertEquals(30, TurnWatch.stalled(play.state()).orElseThrow());
    play.token("b");
    assertTrue(TurnWatch.stalled(play.state()).isEmpty());
  }

  @Test
  void loadingMayTakeLonger() {
    inMemory().ask("q").later(60);
    assertTrue(TurnWatch.stalled(play.state()).isEmpty());
    play.later(60);
    assertEquals(120, TurnWatch.stalled(play.state()).orElseThrow());
  }

  @Test
  void aStalledReplyIsAskedAgainWithItsPartKept() {
    play.ask("q").token("half").act(Action.RETRY);
    assertEquals("A reply is coming. ^C stops it.", play.notice());
    UUID first = play.turn();
    play.later(40).act(Action.RETRY);
    assertEquals(new Command.StopTurn(first), play.command(Command.StopTurn.class));
    assertEquals(List.of("q"), play.said());
    assertEquals("half", play.chat().chat().branches().getFirst().content());
    assertEquals("q", play.command(Command.StartTurn.class).request().history().getLast().content());
  }

  @Test
  void aQuestionWhoseServerIsLostIsSentAgainWhenItIsBack() {
    play.ask("q").fail(Play.SILENT);
    assertTrue(play.notice().endsWith("Your question waits for it. ^R tries now."), play.notice());
    play.later(2);
    assertEquals(new Command.Connect(), play.command(Command.Connect.class));
    play.on(new Event.ServerSilent("localhost:11434", Play.SILENT)).later(5);
    play.on(Play.answered(Play.model("m:1b")));
    assertEquals("q", play.command(Command.StartTurn.class).request().history().getLast().content());
    assertEquals("localhost:11434 is back. Your question was sent again.", play.notice());
    play.fail(Play.SILENT).later(2).on(Play.answered(Play.model("m:1b")));
    assertEquals(List.of(), play.commands(Command.StartTurn.class), "not a third time");
  }

  @Test
  void aReplyThatWasCutIsKeptAndThePersonDecides() {
    play.ask("q").token("half").fail(CUT);
    assertEquals(new Command.Connect(), play.command(Command.Connect.class));
    play.on(Play.answered(Play.model("m:1b")));
    assertEquals(List.of(), play.commands(Command.StartTurn.class));
    assertEquals("localhost:11434 is back. What came of the reply is kept. ^R asks again.", play.notice());
    assertEquals(List.of("q", "half"), play.said());
  }

  @Test
  void whoeverAskedSomethingElseMeanwhileIsLeftAlone() {
    play.ask("q").fail(Play.SILENT).act(Action.NEW).on(Play.answered(Play.model("m:1b")));
    assertEquals(List.of(), play.commands(Command.StartTurn.class));
  }

  @Test
  void aLostServerIsAskedLessAndLessOften() {
    Event silence = new Event.ServerSilent("localhost:11434", Play.SILENT);
    for (long wait : new long[] {5, 5, 10, 20, 40, 60, 60}) {
      play.on(silence).later(wait - 1);
      assertEquals(List.of(), play.commands());
      play.later(1);
      assertEquals(List.of(new Command.Connect()), play.commands());
    }
    play.on(Play.answered(Play.model("m:1b"))).on(silence);
    assertEquals(5, play.state().server().nextTry().getEpochSecond() - play.state().now().getEpochSecond());
  }

  private List<ModelCommand.Warm> typed() {
    return play.on(new Event.KeyPressed(Key.text("h"))).commands(ModelCommand.Warm.class);
  }

  @Test
  void typingLoadsTheModelOnce() {
    inMemory();
    assertEquals(List.of(new ModelCommand.Warm("m:1b", 8192)), typed());
    assertEquals(List.of(), typed());
    play.on(new Event.Warmed("m:1b"));
    inMemory(loaded("m:1b", 300, 8192));
    assertEquals(List.of(), typed());
  }

  @Test
  void nothingIsLoadedAheadThatMightDriveOthersOut() {
    assertEquals(List.of(), typed(), "what is in memory is not known");
    inMemory(loaded("other", 300, 0));
    assertEquals(List.of(), typed());
    inMemory();
    play.ask("q");
    assertEquals(List.of(), typed(), "a reply is coming");
  }

  @Test
  void loadingAheadCanBeOff() {
    inMemory().act(Action.PREWARM);
    assertEquals(new StoreCommand.SetPreference(Preference.PREWARM, "off"),
        play.command(StoreCommand.SetPreference.class));
    assertEquals(List.of(), typed());
  }

  @Test
  void aModelThatWasDeletedMeanwhileIsSaidAndTheListReadAnew() {
    play.ask("q").fail(new ModelError.ModelNotFound("m:1b"));
    assertEquals("m:1b isn't here. Text kept. Esc m gets it or picks another.", play.notice());
    assertEquals(List.of(new Command.Connect()), play.commands(Command.Connect.class));
    assertEquals(List.of("q"), play.said());
  }

  @Test
  void whatIsDoneWithModelsGoesToTheServer() {
    play.act(Action.MODEL).choose(new Choice.WantModelMenu("m:1b")).choose(new Choice.WantDelete("m:1b"));
    assertEquals(List.of(), play.commands(), "it asks first");
    play.choose(new Choice.DeleteModel("m:1b"));
    assertEquals(List.of(new ModelCommand.DeleteModel("m:1b")), play.commands());
    play.on(new Event.ModelsTold(Phrase.of("m:1b is deleted."), false));
    assertEquals("m:1b is deleted.", play.notice());
    assertEquals(List.of(new Command.Connect()), play.commands());
  }

  @Test
  void aQuestionThatWaitsIsNotSentToAnotherHost() {
    play.ask("q").fail(Play.SILENT).on(new Event.ServerSilent("localhost:11434", Play.SILENT));
    play.on(new Event.ServerAnswered("elsewhere:11434", "0.33", List.of(Play.model("m:1b"))));
    assertEquals(List.of(), play.commands(Command.StartTurn.class));
  }

  @Test
  void aQuestionThatWaitsIsNotSentOnceAnotherHostWasChosen() {
    play.ask("q").fail(Play.SILENT).choose(new Choice.UseHost("elsewhere:11434"));
    play.on(new Event.ServerSilent("elsewhere:11434", Play.SILENT));
    play.on(new Event.ServerAnswered("elsewhere:11434", "0.33", List.of(Play.model("m:1b"))));
    assertEquals(List.of(), play.commands(Command.StartTurn.class));
  }

  @Test
  void aQuestionThatWaitsIsNotSentToAnotherModel() {
    play.ask("q").fail(Play.SILENT).on(new Event.ServerSilent("localhost:11434", Play.SILENT));
    play.on(Play.answered(Play.model("other:1b")));
    assertEquals(List.of(), play.commands(Command.StartTurn.class));
  }
}
