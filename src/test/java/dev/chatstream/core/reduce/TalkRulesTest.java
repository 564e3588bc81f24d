package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.task.Comparison;
import dev.chatstream.core.task.MadeRow;
import dev.chatstream.core.task.SourcePlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What lies between a chat and the lists that are made of it.
class TalkRulesTest {

  private final Play play = Play.withModel().exchange("q1", "a1");

  private UUID answer() {
    return play.state().chat().chat().conversation().getLast().id();
  }

  private static Comparison compared(long number) {
    return new Comparison(number, "l.csv", 4, List.of(), List.of(), "");
  }

  @Test
  void aMessageIsMarkedAndUnmarked() {
    play.choose(new TalkChoice.Mark(answer()));
    assertEquals(Set.of(answer()), play.state().talk().marked());
    play.choose(new TalkChoice.Mark(answer()));
    assertEquals(Set.of(), play.state().talk().marked());
  }

  @Test
  void theScreenOpensOnWhatIsSelected() {
    play.choose(new TalkChoice.WantTasks(Optional.of(answer()), "a block"));
    assertEquals(Optional.of(new Dialog.ToTasks(Optional.of(answer()), "a block", false)), play.state().dialog());
    assertEquals(List.of(new Command.ReadLists()), play.commands());
  }

  @Test
  void onlyTheLastComparisonCounts() {
    play.choose(new TalkChoice.CompareRows("l.csv", List.of()));
    long first = play.command(TalkCommand.CompareRows.class).number();
    play.choose(new TalkChoice.CompareRows("l.csv", List.of()));
    long second = play.command(TalkCommand.CompareRows.class).number();
    play.on(new TalkEvent.Compared(compared(first)));
    assertEquals(Comparison.NONE, play.state().talk().compared());
    play.on(new TalkEvent.Compared(compared(second)));
    assertEquals(compared(second), play.state().talk().compared());
  }

  @Test
  void theModelIsAskedForAnAnswerOfTheSchema() {
    play.choose(new TalkChoice.MakeTasks("Measure it."));
    TalkCommand.MakeTasks asked = play.command(TalkCommand.MakeTasks.class);
    assertTrue(asked.request().history().getFirst().content().endsWith("Measure it."));
    assertEquals("object", ((Map<?, ?>) asked.request().options().get("format")).get("type"));
    assertTrue(play.state().talk().making().orElseThrow().coming());
    play.on(new TalkEvent.TasksComing(asked.number(), 30));
    assertEquals(30, play.state().talk().making().orElseThrow().characters());
    play.on(new TalkEvent.TasksMade(asked.number(), List.of("Measure it"), ""));
    assertEquals(Optional.of(List.of("Measure it")), play.state().talk().making().orElseThrow().tasks());
    assertEquals(List.of(), play.commands(), "nothing is written");
  }

  @Test
  void aTextBeyondTheWindowIsCut() {
    play.choose(new TalkChoice.MakeTasks("word ".repeat(200_000)));
    String sent = play.command(TalkCommand.MakeTasks.class).request().history().getFirst().content();
    assertTrue(sent.length() < 40_000, sent.length() + " characters for a window of 8192 tokens");
  }

  @Test
  void leavingTheScreenStopsTheModel() {
    play.act(Action.MAKE_TASKS).choose(new TalkChoice.MakeTasks("x"));
    long number = play.command(TalkCommand.MakeTasks.class).number();
    play.on(new Event.DialogClosed());
    assertEquals(List.of(new TalkCommand.StopMaking()), play.commands());
    play.on(new TalkEvent.TasksMade(number, List.of("late"), ""));
    assertTrue(play.state().talk().making().isEmpty(), "nobody wants it any more");
  }

  @Test
  void withoutAModelOrWhileItRepliesThatIsSaid() {
    Play none = new Play();
    none.choose(new TalkChoice.MakeTasks("x"));
    assertEquals("No model answers, so none can be asked for tasks.", none.notice());
    play.ask("q2").choose(new TalkChoice.MakeTasks("x"));
    assertEquals("The model is not free: a reply is coming.", play.notice());
  }

  @Test
  void takingBackSaysWhatStays() {
    play.on(new TalkEvent.TasksTakenBack("l.csv", 2, 1, false));
    assertEquals("Took 2 tasks back from l.csv. 1 changed since, and stay.", play.notice());
    play.on(new TalkEvent.TasksTakenBack("l.csv", 1, 0, true));
    assertEquals("Took 1 task back; l.csv, made for them, is in the trash.", play.notice());
  }

  @Test
  void aRowLeadsToItsMessageAtOnceWhereItIsOnTheScreen() {
    UUID chat = play.state().chat().chat().id();
    play.choose(new TalkChoice.OpenSource(chat + "/" + answer()));
    assertEquals(List.of(new WindowCommand.ShowMessage(answer(), "")), play.commands());
    UUID elsewhere = new UUID(7, 7);
    play.choose(new TalkChoice.OpenSource(chat + "/" + elsewhere));
    assertEquals(List.of(new TalkCommand.FindSource(chat, elsewhere)), play.commands());
  }

  @Test
  void aMessageOnABranchBecomesThePath() {
    UUID chat = play.state().chat().chat().id();
    UUID old = answer();
    play.act(Action.RETRY).token("another").done();
    assertTrue(play.state().chat().chat().conversation().stream().noneMatch(one -> one.id().equals(old)));
    play.choose(new TalkChoice.OpenSource(chat + "/" + old));
    assertEquals(old, play.state().chat().chat().conversation().getLast().id());
  }

  @Test
  void whatCanNotBeGoneToIsSaid() {
    UUID chat = new UUID(3, 3);
    play.choose(new TalkChoice.OpenSource(""));
    assertEquals("This row was not made of a chat.", play.notice());
    play.choose(new TalkChoice.OpenSource("c/m"));
    assertEquals("This row was not made of a chat.", play.notice());
    play.on(found(SourcePlace.Kind.TRASH, "plan.json", chat));
    assertEquals("Its chat, plan.json, is in the trash. Esc T restores it.", play.notice());
    play.on(found(SourcePlace.Kind.GONE, "", chat));
    assertEquals("Its chat is gone: no chat holds that message, nor does the trash.", play.notice());
    play.on(found(SourcePlace.Kind.NO_MESSAGE, "plan.json", chat));
    assertEquals("The message is no longer in plan.json, its chat.", play.notice());
    play.on(found(SourcePlace.Kind.CHAT, "plan.json", chat));
    assertEquals(new StoreCommand.OpenChat("plan.json", chat), play.command(StoreCommand.OpenChat.class));
  }

  private static TalkEvent found(SourcePlace.Kind kind, String file, UUID chat) {
    return new TalkEvent.SourceFound(new SourcePlace(kind, file, chat, new UUID(4, 4)));
  }

  @Test
  void theRowsOfAMessageComeIntoTheirWindow() {
    MadeRow row = new MadeRow("l.csv", 3, "id", "text", "todo");
    play.choose(new TalkChoice.WantRows(answer()));
    assertEquals(List.of(new TalkCommand.FindRows(answer())), play.commands());
    play.on(new TalkEvent.RowsFound(answer(), List.of(row), true));
    assertEquals(Optional.of(new Dialog.MadeRows(answer(), Optional.of(List.of(row)), true)), play.state().dialog());
    play.choose(new TalkChoice.OpenRow(row));
    assertEquals(new TableCommand.Open("l.csv"), play.command(TableCommand.Open.class));
    assertEquals(new TableCommand.GoTo(3), play.command(TableCommand.GoTo.class));
    play.on(new TalkEvent.RowsFound(answer(), List.of(), true));
    assertTrue(play.state().dialog().isEmpty(), "nobody wants them any more");
  }
}
