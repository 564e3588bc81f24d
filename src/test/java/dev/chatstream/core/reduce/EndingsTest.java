package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.SaveState;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How the program ends, and small things that fade.
class EndingsTest {

  private final Play play = Play.withModel();

  private OptionalInt exit() {
    return play.state().exit();
  }

  @Test
  void quittingAsksNothingWhenAllIsKept() {
    play.exchange("q", "a").act(Action.QUIT);
    assertEquals(OptionalInt.of(0), exit());
  }

  @Test
  void quittingKeepsTheReplyThatIsComing() {
    play.ask("q").token("half").act(Action.QUIT);
    assertEquals("half", play.last().content());
    assertEquals(MessageState.STOPPED, play.last().state());
    assertEquals(2, play.command(StoreCommand.KeepDraft.class).chat().conversation().size());
    assertEquals(1, play.commands(Command.StopTurn.class).size());
  }

  @Test
  void aTerminalThatGoesAwayKeepsTheReplyToo() {
    play.ask("q").token("half").on(new Event.TerminalClosed());
    assertEquals(OptionalInt.of(129), exit());
    assertEquals("half", play.command(StoreCommand.KeepDraft.class).chat().conversation().getLast().content());
  }

  @Test
  void aSignalEndsWithItsCodeAndTheFirstOneCounts() {
    play.on(new Event.SignalReceived(143)).on(new Event.SignalReceived(130)).on(new Event.TerminalClosed());
    assertEquals(OptionalInt.of(143), exit());
  }

  @Test
  void onItsWayOutOnlyTheStoreIsHeard() {
    play.exchange("q", "a").act(Action.QUIT).ask("more");
    assertEquals(List.of(), play.commands());
    play.saveFails();
    assertInstanceOf(SaveState.NotSaved.class, play.chat().save());
  }

  @Test
  void whatIsNotSavedAsksFirst() {
    play.exchange("q", "a").saveFails().act(Action.QUIT);
    assertTrue(exit().isEmpty());
    assertEquals(new Dialog.Unsaved(), play.state().dialog().orElseThrow());
    play.act(Action.QUIT);
    assertEquals(OptionalInt.of(0), exit());
  }

  @Test
  void theQuestionGoesAwayWhenTheChatIsSavedAfterAll() {
    play.exchange("q", "a").saveFails().act(Action.QUIT).on(new Event.SaveRetried());
    assertEquals(1, play.commands(StoreCommand.KeepDraft.class).size());
    assertTrue(play.state().dialog().isEmpty());
    Play elsewhere = Play.withModel().exchange("q", "a").saveFails().act(Action.QUIT).act(Action.SAVE_AS);
    elsewhere.saved("n.json", true);
    assertTrue(elsewhere.state().dialogs().isEmpty());
    elsewhere.act(Action.QUIT);
    assertEquals(OptionalInt.of(0), elsewhere.state().exit());
  }

  /// A new chat while the one before is on its way to the disk, which then refuses it.
  private UUID leaveWhileTheSaveFails() {
    play.exchange("q", "a");
    UUID before = play.chat().chat().id();
    play.act(Action.NEW).on(new Event.SaveFailed(before, "", 1, Play.FULL));
    return before;
  }

  @Test
  void aChatThatWasLeftAndCouldNotBeWrittenAsksFirst() {
    leaveWhileTheSaveFails();
    assertEquals("The chat before is NOT SAVED. It's kept and tried again; ^O opens it.", play.notice());
    play.act(Action.QUIT);
    assertTrue(exit().isEmpty());
    assertEquals(new Dialog.Unsaved(), play.state().dialog().orElseThrow());
    play.on(new Event.SaveRetried());
    assertEquals(List.of(new StoreCommand.WriteAgain()), play.commands());
    play.act(Action.QUIT).act(Action.QUIT);
    assertEquals(OptionalInt.of(0), exit());
  }

  @Test
  void aChatThatWasLeftAndIsWrittenAfterAllAsksNoMore() {
    UUID before = leaveWhileTheSaveFails();
    play.act(Action.QUIT).on(new Event.DraftKept(before, 1));
    assertTrue(play.state().dialog().isEmpty());
    play.act(Action.QUIT);
    assertEquals(OptionalInt.of(0), exit());
  }

  @Test
  void aChatThatWasLeftAndIsOpenedAgainIsTheOneThatIsNotSaved() {
    Chat before = play.exchange("q", "a").chat().chat();
    play.act(Action.NEW).on(new Event.SaveFailed(before.id(), "", 1, Play.FULL));
    play.on(new Event.ChatOpened(before, "")).on(new Event.SaveFailed(before.id(), "", 1, Play.FULL));
    assertEquals(Map.of(), play.state().library().unsaved());
    assertEquals(new SaveState.NotSaved(Play.FULL), play.chat().save());
  }

  @Test
  void aChatThatIsKeptAsADraftInsteadHoldsNothingUp() {
    play.exchange("q", "a");
    UUID before = play.chat().chat().id();
    play.act(Action.NEW).on(new Event.SaveFailed(before, "", 1, new StoreFailure.ChangedElsewhere("a.json")));
    assertEquals("The chat before can't go into its file and is a draft. ^O opens it.", play.notice());
    play.act(Action.QUIT);
    assertEquals(OptionalInt.of(0), exit());
  }

  @Test
  void questionsThatWaitComeBackToTheInputAtTheEnd() {
    play.ask("q").token("half").ask("second").ask("third").act(Action.QUIT);
    assertEquals("second\n\nthird", play.command(WindowCommand.PutInput.class).text());
    Play silent = Play.withModel().ask("q").ask("second").act(Action.QUIT);
    assertEquals("second", silent.command(WindowCommand.PutInput.class).text());
  }

  @Test
  void controlCStopsThenQuitsAtTheSecondPress() {
    play.ask("q").token("half").on(new Event.ActionTriggered(Action.INTERRUPT));
    assertEquals(1, play.commands(Command.StopTurn.class).size());
    play.done().on(new Event.ActionTriggered(Action.INTERRUPT));
    assertEquals("Press ^C again to quit.", play.notice());
    play.later(2).on(new Event.ActionTriggered(Action.INTERRUPT));
    assertTrue(exit().isEmpty());
    play.later(1).on(new Event.ActionTriggered(Action.INTERRUPT));
    assertEquals(OptionalInt.of(0), exit());
  }

  @Test
  void aSentenceFadesWithTheNextKeyAWarningAfterItsTime() {
    play.on(new Event.Said("Hello.")).on(new Event.KeyPressed(Key.text("x")));
    assertEquals("", play.notice());
    play.exchange("q", "a").saveFails().later(7).on(new Event.KeyPressed(Key.text("x")));
    assertEquals(Play.FULL.sentence(), play.notice());
    play.later(1).on(new Event.KeyPressed(Key.text("x")));
    assertEquals("", play.notice());
  }

  @Test
  void warningsCountUntilTheLogIsLookedAt() {
    play.on(line(LogLevel.INFO)).on(line(LogLevel.WARN)).on(line(LogLevel.ERROR));
    assertEquals(2, play.state().unreadWarnings());
    play.act(Action.LOG).on(line(LogLevel.WARN));
    assertEquals(0, play.state().unreadWarnings());
    assertEquals(Panel.LOG, play.state().focus());
    play.act(Action.LOG);
    assertEquals(Panel.INPUT, play.state().focus());
  }

  @Test
  void tabGoesRoundBothWays() {
    play.act(Action.NEXT_PANEL);
    assertEquals(Panel.CHAT, play.state().focus());
    play.act(Action.PREVIOUS_PANEL).act(Action.PREVIOUS_PANEL);
    assertEquals(Panel.LOG, play.state().focus());
    play.act(Action.ZOOM).act(Action.NEXT_PANEL);
    assertEquals(Panel.INPUT, play.state().focus());
    assertTrue(!play.state().zoomed());
  }

  @Test
  void whatCannotBeDoneSaysWhy() {
    play.act(Action.STOP);
    assertEquals("No reply is coming.", play.notice());
    play.exchange("q", "a").act(Action.SAVE_POINTS);
    assertEquals("No save points yet. ^S on a named chat makes one.", play.notice());
    play.ask("q2").act(Action.RETRY);
    assertEquals("A reply is coming. ^C stops it.", play.notice());
  }

  @Test
  void slashTextThatIsNoCommandGoesToTheInput() {
    play.on(new Event.SlashTyped());
    assertEquals(new Dialog.Commands(), play.state().dialog().orElseThrow());
    play.on(new Event.TextReturned("/etc/hosts"));
    assertEquals("/etc/hosts", play.command(WindowCommand.PutInput.class).text());
    assertTrue(play.state().dialog().isEmpty());
  }

  @Test
  void aSentenceGoesWhenWhatItSpeaksOfIsOver() {
    play.exchange("q", "a").saveFails();
    assertEquals(Play.FULL.sentence(), play.notice());
    play.on(new Event.SaveRetried()).on(new Event.DraftKept(play.chat().chat().id(), play.chat().revision()));
    assertEquals("", play.notice());
    play.act(Action.SAVE).on(new Event.StoreRefused(new StoreFailure.BadName("..")));
    assertTrue(play.notice().length() > 1, play.notice());
    play.on(new Event.DialogClosed());
    assertEquals("", play.notice());
  }

  private static Event line(LogLevel level) {
    return new Event.LogAppended(new LogLine(Play.START, "Test", level, "run", 1, "words"), true);
  }
}
