package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.ServerState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The model server: which model answers, and what happens when nobody does.
class ServerRulesTest {

  private static final Event SILENCE = new Event.ServerSilent("localhost:11434", Play.SILENT);

  private final Play play = new Play();

  private Play remembered(String model) {
    return play.on(new Event.Remembered(model, "", "", 0));
  }

  private String model() {
    return play.state().server().model();
  }

  private boolean dialog(Class<? extends Dialog> kind) {
    return play.state().dialog().filter(kind::isInstance).isPresent();
  }

  @Test
  void theModelOfTheLastTimeAnswersAgain() {
    remembered("b:1b").on(Play.answered(Play.model("a:1b"), Play.model("b:1b")));
    assertEquals("b:1b", model());
    assertEquals("localhost:11434 answers.", play.notice());
  }

  @Test
  void aNameWithoutATagMeansLatest() {
    remembered("b").on(Play.answered(Play.model("a:1b"), Play.model("b:latest")));
    assertEquals("b:latest", model());
    assertEquals("localhost:11434 answers.", play.notice());
  }

  @Test
  void aMissingModelIsSaidAndAnotherOneAnswers() {
    remembered("gone:1b").on(Play.answered(Play.model("a:1b")));
    assertEquals("a:1b", model());
    assertEquals("gone:1b isn't here; a:1b answers. Esc m picks another.", play.notice());
  }

  @Test
  void whatOnlyEmbedsNeverAnswers() {
    ModelInfo embedding = new ModelInfo("e", 1, 1, "", "", "bert", Set.of("embedding"), 512);
    play.on(Play.answered(embedding, Play.model("z:1b")));
    assertEquals("z:1b", model());
  }

  @Test
  void aServerWithoutModelsSaysHowToGetOne() {
    play.on(Play.answered());
    assertEquals("", model());
    assertEquals("localhost:11434 answers but has no models. Esc m gets one.", play.notice());
  }

  @Test
  void aChosenModelIsKeptForTheNextStart() {
    play.on(Play.answered(Play.model("a:1b"), Play.model("b:1b"))).act(Action.MODEL);
    assertTrue(dialog(Dialog.Models.class));
    play.choose(new Choice.UseModel("b:1b"));
    assertEquals("b:1b", model());
    assertEquals(List.of(new StoreCommand.KeepChoice("model", "b:1b")), play.commands());
    assertTrue(play.state().dialog().isEmpty());
  }

  @Test
  void onlyTheFirstSilenceOpensTheDialog() {
    play.on(SILENCE);
    assertTrue(dialog(Dialog.NoServer.class));
    play.choose(new Choice.WithoutModel());
    assertTrue(play.state().dialog().isEmpty());
    play.later(5).on(SILENCE);
    assertTrue(play.state().dialog().isEmpty());
    play.choose(new Choice.TryAgain());
    assertEquals(List.of(new Command.Connect()), play.commands());
    play.on(SILENCE);
    assertTrue(dialog(Dialog.NoServer.class));
  }

  @Test
  void aSilentServerIsAskedAgainAfterFiveSecondsOnce() {
    play.on(SILENCE);
    play.later(4);
    assertEquals(List.of(), play.commands());
    play.later(1);
    assertEquals(List.of(new Command.Connect()), play.commands());
    play.later(10);
    assertEquals(List.of(), play.commands());
    play.on(SILENCE).later(5);
    assertEquals(List.of(new Command.Connect()), play.commands());
  }

  @Test
  void theDialogGoesAwayWhenAServerAnswers() {
    play.on(SILENCE).later(5).on(Play.answered(Play.model("a:1b")));
    assertTrue(play.state().dialog().isEmpty());
    assertInstanceOf(ServerState.Link.Up.class, play.state().server().link());
    play.later(100);
    assertEquals(List.of(), play.commands());
  }

  @Test
  void theHostDialogStaysWhileSomebodyTypesAndSaysItselfWhatCameOfIt() {
    play.on(SILENCE).act(Action.HOST);
    play.later(5).on(Play.answered(Play.model("a:1b")));
    assertTrue(dialog(Dialog.Host.class));
    play.choose(new Choice.UseHost("gpu-box"));
    assertEquals(new Command.ConnectTo("gpu-box"), play.command(Command.ConnectTo.class));
    play.on(new Event.ServerSilent("gpu-box", Play.SILENT));
    assertTrue(dialog(Dialog.Host.class));
    play.choose(new Choice.UseHost("gpu-box")).on(Play.answered(Play.model("a:1b")));
    assertTrue(play.state().dialog().isEmpty());
  }

  @Test
  void whileTheEngineComesUpNobodyMindsASilentServer() {
    play.on(SILENCE).choose(new Choice.UseEngine());
    assertEquals(List.of(new Command.StartEngine()), play.commands());
    assertTrue(dialog(Dialog.Engine.class));
    play.on(new Event.EngineProgressed(new EngineStage.Loading(0))).on(SILENCE);
    assertTrue(dialog(Dialog.Engine.class));
    assertTrue(play.state().server().engine().isPresent());
    play.on(new Event.EngineReady()).on(SILENCE);
    assertTrue(play.state().dialog().isEmpty());
    assertTrue(play.state().server().embedded());
  }

  @Test
  void anEngineThatFailsLeadsBackToTheChoice() {
    play.on(SILENCE).choose(new Choice.UseEngine()).on(new Event.EngineFailed("There is no pip here."));
    assertEquals(
        List.of(new Dialog.NoServer(), new Dialog.Message("Built-in engine", "There is no pip here.")),
        play.state().dialogs());
    play.on(new Event.DialogClosed());
    play.on(new Event.EngineProgressed(new EngineStage.Checking()));
    assertTrue(play.state().server().engine().isEmpty(), "a stage that comes too late");
    play.choose(new Choice.UseEngine()).choose(new Choice.CancelEngine());
    assertEquals(List.of(new Command.CancelEngine()), play.commands());
    assertTrue(dialog(Dialog.NoServer.class));
  }

  @Test
  void theStartLooksForAServerAndForLists() {
    remembered("");
    assertEquals(List.of(new Command.Connect(), new Command.ReadLists()), play.commands());
  }
}
