package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.model.ModelGroup;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.Pull;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.PullWords;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be done with one model, or with its pull; what this server can't do is not offered, and why is said.
final class ModelMenuDialog extends MenuDialog {

  private final String model;

  ModelMenuDialog(Look look, AppState state, String model, Consumer<Event> out) {
    super(model, look, state, out);
    this.model = model;
  }

  private Optional<ModelInfo> info() {
    return state().server().models().stream().filter(one -> one.name().equals(model)).findFirst();
  }

  private Optional<Pull> pull() {
    return state().server().watch().pulls().stream().filter(one -> one.name().equals(model)).findFirst();
  }

  @Override
  protected String sentence() {
    if (pull().isPresent()) {
      Pull pull = pull().get();
      String why = pull.stage() == Pull.Stage.FAILED ? " " + pull.what() : "";
      return PullWords.of(pull, look().glyphs(), 0) + "." + why;
    }
    if (info().isEmpty()) {
      return "It isn't here any more.";
    }
    return facts(info().get());
  }

  private static String facts(ModelInfo info) {
    List<String> facts = new ArrayList<>();
    if (!info.parameterLabel().isEmpty()) {
      facts.add(info.parameterLabel() + " " + info.quantization());
    }
    if (info.contextLength() > 0) {
      facts.add("window " + Words.tokens(info.contextLength()));
    }
    if (info.diskBytes() > 0) {
      facts.add(Words.bytes(info.diskBytes()));
    }
    if (!info.capabilities().isEmpty()) {
      facts.add("can: " + String.join(", ", info.capabilities().stream().sorted().toList()));
    }
    return facts.isEmpty() ? info.name() : String.join(", ", facts);
  }

  @Override
  protected List<Option> options() {
    List<Option> options = new ArrayList<>();
    pull().ifPresent(pull -> ofPull(pull, options));
    info().ifPresent(info -> ofModel(info, options));
    if (!state().server().embedded()) {
      options.add(option("g", "Get another ...", "a model by its name", new Choice.WantPull()));
    }
    options.add(new Option("h", "Host ...", "another model server", new Event.ActionTriggered(Action.HOST)));
    return options;
  }

  private static void ofPull(Pull pull, List<Option> options) {
    if (pull.active()) {
      options.add(option("s", "Stop", "what came is kept", new Choice.StopPull(pull.name())));
    } else {
      options.add(option("r", "Resume", "goes on from there", new Choice.PullModel(pull.name())));
      options.add(option("f", "Forget", "takes it off this list", new Choice.ForgetPull(pull.name())));
    }
  }

  private void ofModel(ModelInfo info, List<Option> options) {
    if (ModelGroup.of(info) != ModelGroup.EMBEDDING) {
      options.add(option("u", "Use", "answers from now on", new Choice.UseModel(model)));
    }
    options.add(option("i", "Info", "template, licence, parameters", new Choice.ShowModel(model)));
    if (!state().server().embedded()) {
      options.add(option("c", "Copy ...", "a second name for it", new Choice.WantCopy(model)));
      options.add(option("p", "Pull again", "gets a newer one, if there is", new Choice.PullModel(model)));
      options.add(option("d", "Delete ...", "frees " + Words.bytes(info.diskBytes()), new Choice.WantDelete(model)));
    }
  }

  @Override
  protected String footer() {
    return state().server().embedded() ? "The built-in engine has this one model and can't get or delete any." : "";
  }

  private static Option option(String letter, String label, String note, Choice choice) {
    return new Option(letter, label, note, new Event.Chosen(choice));
  }
}
