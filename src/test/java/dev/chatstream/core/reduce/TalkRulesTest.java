package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.task.Comparison;
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
}
