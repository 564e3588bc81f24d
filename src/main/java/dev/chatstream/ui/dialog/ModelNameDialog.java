package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;
import java.util.function.Function;

/// The name of a model: of one to fetch, or a second one for one that is there.
final class ModelNameDialog extends FieldDialog {

  private final String note;
  private final String take;
  private final Function<String, Choice> meaning;

  private ModelNameDialog(
      String title, String note, String take, Look look, AppState state, Function<String, Choice> meaning,
      Consumer<Event> out) {
    super(title, "Name", "", look, state, out);
    this.note = note;
    this.take = take;
    this.meaning = meaning;
  }

  static ModelNameDialog toPull(Look look, AppState state, Consumer<Event> out) {
    return new ModelNameDialog(
        "Get a model", "As in Ollama's library, such as llama3.2:3b, or hf.co/NAME/REPOSITORY. "
            + state.server().host() + " fetches it.",
        "get", look, state, Choice.PullModel::new, out);
  }

  static ModelNameDialog toCopy(Look look, AppState state, String model, Consumer<Event> out) {
    return new ModelNameDialog(
        "Copy " + model, "A second name for the same model; it takes no room.", "copy", look, state,
        name -> new Choice.CopyModel(model, name), out);
  }

  @Override
  protected void entered(String text) {
    if (possible(text)) {
      choose(meaning.apply(text));
    }
  }

  @Override
  protected String note(String text) {
    return text.isEmpty() || possible(text) ? note : "A name has no blanks and no signs but . - _ / :";
  }

  private static boolean possible(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9._/:-]{0,199}");
  }

  @Override
  protected String keysLine() {
    return fieldKeys(take, "cancel");
  }
}
