package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.model.ModelGroup;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.Pull;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ServerState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.PullWords;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The models of the server in groups by size; those that can't chat are shown but can't be chosen. Below them what is
/// being fetched, and what has been typed, to be fetched.
final class ModelsDialog extends PickerDialog<ModelsDialog.Entry> {

  private static final int NAME_WIDTH = 26;
  private static final int CELL_WIDTH = 8;
  private static final int CAN_WIDTH = 70;

  /// What a row stands for.
  sealed interface Entry {
    /// A model that is there.
    record Here(String model) implements Entry {}

    /// One that can't chat.
    record Mute(String model) implements Entry {}

    /// One that is being fetched, or broke off.
    record Fetched(String model) implements Entry {}

    /// Another one; with the name that was typed, or empty.
    record Another(String model) implements Entry {}
  }

  ModelsDialog(Look look, AppState state, Consumer<Event> out) {
    super("Model", look, state, out);
    refresh();
    if (!state.server().model().isEmpty()) {
      select(new Entry.Here(state.server().model()));
    }
  }

  private ServerState server() {
    return state().server();
  }

  /// What the rows are made of; a token that comes is not.
  @Override
  protected Object source() {
    return List.of(server().models(), server().model(), server().watch().pulls(), server().watch().loaded());
  }

  @Override
  protected List<PickerRow<Entry>> rows(String searched) {
    List<PickerRow<Entry>> rows = new ArrayList<>();
    for (ModelGroup group : ModelGroup.values()) {
      List<ModelInfo> models = server().models().stream()
          .filter(model -> ModelGroup.of(model) == group && fits(model.name(), searched))
          .toList();
      if (!models.isEmpty()) {
        rows.add(PickerRow.heading(group.title()));
        models.forEach(model -> rows.add(row(model, group)));
      }
    }
    get(searched, rows);
    return rows;
  }

  private void get(String searched, List<PickerRow<Entry>> rows) {
    List<Pull> pulls = server().watch().pulls().stream().filter(pull -> fits(pull.name(), searched)).toList();
    boolean there = server().models().stream().anyMatch(model -> model.name().equals(searched))
        || pulls.stream().anyMatch(pull -> pull.name().equals(searched));
    boolean offered = !server().embedded() && server().up() && !there;
    if (pulls.isEmpty() && !offered) {
      return;
    }
    rows.add(PickerRow.heading("Get"));
    for (Pull pull : pulls) {
      String words = PullWords.of(pull, look().glyphs(), narrow() ? 0 : 14);
      rows.add(PickerRow.of(new Entry.Fetched(pull.name()), pull.name(), words));
    }
    if (offered) {
      String label = searched.isEmpty() ? "another name ..." : "get " + searched;
      rows.add(PickerRow.of(new Entry.Another(searched), label, ""));
    }
  }

  private PickerRow<Entry> row(ModelInfo model, ModelGroup group) {
    String name = Columns.left(model.name(), Math.min(NAME_WIDTH, Math.max(10, bodyWidth() / 2)));
    String text = name + " " + Columns.right(model.parameterLabel(), CELL_WIDTH) + "  "
        + Columns.left(model.quantization(), CELL_WIDTH)
        + (model.contextLength() > 0 ? Columns.right(Words.tokens(model.contextLength()), CELL_WIDTH) : "")
        + (bodyWidth() >= CAN_WIDTH ? "  " + can(model) : "");
    String size = model.diskBytes() > 0 ? Words.bytes(model.diskBytes()) : "";
    return group == ModelGroup.EMBEDDING
        ? PickerRow.of(new Entry.Mute(model.name()), text, "can't chat  " + size)
        : PickerRow.of(new Entry.Here(model.name()), text, where(model) + size);
  }

  /// What it can do besides chatting.
  private static String can(ModelInfo model) {
    List<String> can = new ArrayList<>();
    for (String capability : List.of("thinking", "tools", "vision")) {
      if (model.capabilities().contains(capability)) {
        can.add(capability.equals("thinking") ? "think" : capability);
      }
    }
    return String.join(" ", can);
  }

  private String where(ModelInfo model) {
    if (model.name().equals(server().model())) {
      return "answers now  ";
    }
    return server().watch().inMemory(model.name()).filter(one -> one.there(state().now())).isPresent()
        ? "loaded  "
        : "";
  }

  @Override
  protected void chosen(Entry entry) {
    switch (entry) {
      case Entry.Here here -> choose(new Choice.UseModel(here.model()));
      case Entry.Mute mute -> choose(new Choice.WantModelMenu(mute.model()));
      case Entry.Fetched fetched -> choose(new Choice.WantModelMenu(fetched.model()));
      case Entry.Another other ->
        choose(other.model().isEmpty() ? new Choice.WantPull() : new Choice.PullModel(other.model()));
    }
    // A menu or a pull leaves the picker open, and another row can be chosen.
    again();
  }

  @Override
  protected boolean other(Motion motion) {
    if (motion != Motion.MORE) {
      return false;
    }
    Optional<String> model = current().map(entry -> switch (entry) {
      case Entry.Here here -> here.model();
      case Entry.Mute mute -> mute.model();
      case Entry.Fetched fetched -> fetched.model();
      case Entry.Another other -> "";
    }).filter(name -> !name.isEmpty());
    model.ifPresentOrElse(
        name -> choose(new Choice.WantModelMenu(name)), () -> say(new Event.ActionTriggered(Action.HOST)));
    return true;
  }

  @Override
  protected String nothing() {
    if (!searched().isEmpty()) {
      return noMatch("model");
    }
    return "No models there.";
  }

  @Override
  protected String corner() {
    long bytes = server().models().stream().mapToLong(ModelInfo::diskBytes).sum();
    return server().models().size() + " here, " + Words.bytes(bytes);
  }

  @Override
  protected String pickerKeys() {
    return keys(enter("use"), tab("more"));
  }
}
