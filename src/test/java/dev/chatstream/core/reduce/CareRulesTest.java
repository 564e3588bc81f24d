package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.CareEvent;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.care.ChangeRow;
import dev.chatstream.core.care.Findings;
import dev.chatstream.core.care.Job;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.care.RestorePreview;
import dev.chatstream.core.care.TrashRow;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.watch.StoreFigures;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CareRulesTest {

  private final Play play = new Play();

  private static StoreFigures figures(long changes) {
    return new StoreFigures(Play.START, changes, List.of(), List.of(), 1);
  }

  private Dialog front() {
    return play.state().dialog().orElseThrow();
  }

  @Test
  void figuresComeWhileSomebodyLooksAndNoLonger() {
    play.act(Action.PERFORMANCE);
    assertEquals(new Command.ReadFigures(-1), play.command(Command.ReadFigures.class));
    play.on(new CareEvent.FiguresRead(figures(7)));
    assertEquals(new Command.ReadFigures(7), play.command(Command.ReadFigures.class));
    assertEquals(Optional.of(figures(7)), play.state().care().figures());
    play.on(new Event.DialogClosed()).on(new CareEvent.FiguresRead(figures(8)));
    assertTrue(play.commands().isEmpty());
    assertEquals(Optional.of(figures(7)), play.state().care().figures());
  }

  @Test
  void theDoctorLooksAtOnceAndMendsWhenAsked() {
    play.act(Action.DOCTOR);
    assertEquals(new Dialog.Doctor(), front());
    assertEquals(List.of(new Command.Examine()), play.commands());
    Findings found = new Findings(Play.START, List.of(), List.of());
    play.on(new CareEvent.LibraryExamined(found)).on(new CareEvent.JobEnded(JobKind.LOOK, Phrase.NONE, false));
    assertEquals(Optional.of(found), play.state().care().findings());
    play.choose(new Choice.Mend());
    assertEquals(List.of(new Command.Mend()), play.commands());
    assertEquals(Optional.of(Job.begin(JobKind.FIX)), play.state().care().job());
  }

  @Test
  void onlyOneJobRunsAtATime() {
    play.act(Action.BACKUP).choose(new Choice.Mend());
    assertEquals(List.of(), play.commands());
    assertEquals("Not yet: backing up. Try again when that is done.", play.notice());
    play.on(new CareEvent.JobEnded(JobKind.BACKUP, Phrase.of("Backed up 3 files."), false));
    assertEquals("Backed up 3 files.", play.notice());
    assertEquals(List.of(new Command.ReadBackups()), play.commands(), "the window is open");
    play.choose(new Choice.Mend());
    assertEquals(List.of(new Command.Mend()), play.commands());
  }

  @Test
  void aJobThatIsStoppedStaysSoUntilItHasEnded() {
    play.act(Action.BACKUP).choose(new Choice.StopJob());
    assertEquals(List.of(new Command.StopJob()), play.commands());
    play.on(new CareEvent.JobProgressed(new Job(JobKind.BACKUP, "Copying", 1, 2, 3, false)));
    assertTrue(play.state().care().job().orElseThrow().stopping());
    play.on(new CareEvent.JobEnded(JobKind.BACKUP, Phrase.of("Stopped."), false))
        .on(new CareEvent.JobProgressed(new Job(JobKind.BACKUP, "Copying", 2, 2, 0, false)));
    assertEquals(Optional.empty(), play.state().care().job(), "what comes late begins no job");
  }

  @Test
  void nothingIsStoppedWhereNothingRuns() {
    assertEquals(List.of(), play.choose(new Choice.StopJob()).commands());
  }

  @Test
  void aFailedScheduledBackupStaysForAWhile() {
    play.on(new CareEvent.ScheduledBackup(Phrase.of("The backup of the day failed: no room."), true));
    assertEquals("The backup of the day failed: no room.", play.notice());
    assertTrue(play.state().notice().until().isAfter(Play.START));
  }

  private static RestorePreview preview() {
    return new RestorePreview("latest", Play.START, List.of(new ChangeRow("chats/title.json", ChangeRow.Kind.REPLACED,
        "2 messages come back")), 0);
  }

  @Test
  void restoringShowsFirstWhatItWouldChange() {
    play.act(Action.RESTORE).choose(new Choice.PlanRestore("latest"));
    assertEquals(List.of(new Command.PlanRestore("latest")), play.commands());
    play.on(new CareEvent.RestorePlanned(preview())).on(new CareEvent.JobEnded(JobKind.PLAN, Phrase.NONE, false));
    assertEquals(new Dialog.Restoring(), front());
    play.choose(new Choice.Restore(List.of("chats/title.json")));
    assertEquals(List.of(new Command.Restore(List.of("chats/title.json"))), play.commands());
  }

  @Test
  void aPreviewThatNobodyWaitsForOpensNothing() {
    play.act(Action.RESTORE).choose(new Choice.PlanRestore("latest")).on(new Event.DialogClosed())
        .on(new CareEvent.RestorePlanned(preview()));
    assertEquals(Optional.empty(), play.state().dialog());
  }

  @Test
  void theChatOnTheScreenIsReadAnewWhenItWasRestored() {
    Play named = Play.named().on(new CareEvent.FilesRestored(List.of("chats/title.json")));
    assertEquals("title.json", named.command(StoreCommand.OpenChat.class).file());
    named.on(new CareEvent.FilesRestored(List.of("chats/other.json")));
    assertEquals(List.of(), named.commands(StoreCommand.OpenChat.class));
    Play draft = Play.withModel().exchange("q", "a");
    draft.on(new CareEvent.FilesRestored(List.of(".store/drafts/" + draft.chat().chat().id() + ".json")));
    assertEquals(draft.chat().chat().id(), draft.command(StoreCommand.OpenChat.class).id());
  }

  @Test
  void nothingIsRestoredUnderAReplyThatIsComing() {
    Play talking = Play.withModel().ask("q").choose(new Choice.Restore(List.of()));
    assertEquals(List.of(), talking.commands());
    assertEquals("A reply is coming. ^C stops it.", talking.notice());
  }

  @Test
  void theTrashIsEmptiedOfWhatWasSeenAfterAQuestion() {
    play.act(Action.TRASH);
    assertEquals(List.of(new Command.ReadTrash()), play.commands());
    play.on(new CareEvent.TrashRead(List.of(new TrashRow("7", "chats/a.json", Play.START, "deleted", 9, ""))))
        .choose(new Choice.WantEmptyTrash());
    assertInstanceOf(Dialog.EmptyTrash.class, front());
    play.choose(new Choice.EmptyTrash());
    assertEquals(List.of(new Command.EmptyTrash(List.of("7"))), play.commands());
    assertEquals(new Dialog.Trash(), front());
    play.on(new CareEvent.JobEnded(JobKind.EMPTY, Phrase.of("The trash is empty."), false));
    assertEquals(List.of(new Command.ReadTrash()), play.commands());
  }

  @Test
  void aDeletionCanBeUndone() {
    play.on(new Event.Deleted("Plan", Optional.empty()));
    assertEquals("Plan is in the trash. ^Z undoes.", play.notice());
    play.act(Action.UNDO);
    assertEquals(List.of(new StoreCommand.UndoAppend()), play.commands());
    play.on(new Event.Undeleted("chats/plan.json"));
    assertEquals("chats/plan.json is back.", play.notice());
    play.act(Action.UNDO);
    assertEquals("There is nothing to undo.", play.notice());
  }

  @Test
  void aChatWithoutANameGetsOneAlsoWhenItIsNotOnTheScreen() {
    UUID other = new UUID(9, 9);
    play.act(Action.OPEN).choose(new Choice.WantName(other, "How?\nmore"));
    assertEquals(new Dialog.NameDraft(other, "How?"), front());
    play.choose(new Choice.NameDraft(other, "Plan"));
    assertEquals(new StoreCommand.NameDraft(other, "Plan"), play.command(StoreCommand.NameDraft.class));
    play.on(new Event.DraftNamed(other, "plan.json"));
    assertEquals(new Dialog.Chats(), front());
    play.choose(new Choice.WantName(play.chat().chat().id(), "q"));
    assertEquals(new Dialog.Name("q"), front(), "the one on the screen is named as always");
  }

  @Test
  void theMessagesThatQuittingWouldLoseAreCounted() {
    Play named = Play.named();
    assertEquals(0, named.state().care().lost(named.chat()));
    named.exchange("q2", "a2").saveFails();
    assertEquals(2, named.state().care().lost(named.chat()));
    Play fresh = Play.withModel().exchange("q", "a").saveFails();
    assertEquals(2, fresh.state().care().lost(fresh.chat()));
  }

  @Test
  void whoeverSavedElsewhereWhileQuittingQuits() {
    Play failed = Play.withModel().exchange("q", "a").saveFails().act(Action.QUIT).choose(new Choice.WantElsewhere());
    assertInstanceOf(Dialog.Elsewhere.class, failed.state().dialog().orElseThrow());
    failed.choose(new Choice.SaveElsewhere("/elsewhere/chat.json"));
    StoreCommand.SaveElsewhere save = failed.command(StoreCommand.SaveElsewhere.class);
    failed.on(new Event.SavedElsewhere(save.chat().id(), save.revision() - 1, "/elsewhere/chat.json"));
    assertTrue(failed.state().exit().isEmpty(), "an older state of the chat is not all of it");
    failed.on(new Event.SavedElsewhere(save.chat().id(), save.revision(), "/elsewhere/chat.json"));
    assertEquals(0, failed.state().exit().orElseThrow());
    assertFalse(failed.saveFails().state().unsaved(), "a retry that fails takes nothing away");
  }
}
