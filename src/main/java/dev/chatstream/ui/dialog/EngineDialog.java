package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.Optional;
import java.util.function.Consumer;

/// The embedded engine on its way up, with a bar while it downloads.
final class EngineDialog extends DialogWindow {

  private static final int ROWS = 6;

  private final Facts facts;

  EngineDialog(Look look, AppState state, Facts facts, Consumer<Event> out) {
    super("Built-in engine", look, state, out);
    this.facts = facts;
  }

  @Override
  public int rowsWanted() {
    return ROWS;
  }

  @Override
  protected String keysLine() {
    return hint(Context.DIALOG, Motion.BACK, "cancel");
  }

  @Override
  public boolean press(Key key) {
    Optional<Motion> motion = look().keys().motion(Context.DIALOG, key);
    if (motion.filter(Motion.BACK::equals).isPresent()) {
      choose(new Choice.CancelEngine());
      return true;
    }
    return false;
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    Optional<EngineStage> stage = state().server().engine();
    String text = switch (row) {
      case 0 -> facts.engine();
      case 2 -> stage.map(EngineDialog::words).orElse("Starting ...");
      case 3 -> stage.map(this::bar).orElse("");
      case 4 -> stage.map(EngineDialog::left).orElse("");
      default -> "";
    };
    line(painter, text, style(row == 3 ? ThemeRole.ACCENT : ThemeRole.DIALOG));
  }

  private static String words(EngineStage stage) {
    return switch (stage) {
      case EngineStage.Checking checking -> "Looking for the model file ...";
      case EngineStage.Downloading loading ->
        "Downloading the model: " + Words.bytes(loading.done())
            + (loading.total() > 0 ? " of " + Words.bytes(loading.total()) : "");
      case EngineStage.Extracting extracting -> "Unpacking and checking the model ...";
      case EngineStage.Loading loading -> "The engine loads the model ..." + waited(loading.seconds());
    };
  }

  private String bar(EngineStage stage) {
    return switch (stage) {
      case EngineStage.Downloading loading -> bar(loading.done(), loading.total());
      case EngineStage.Extracting extracting -> bar(extracting.done(), extracting.total());
      default -> "";
    };
  }

  private String bar(long done, long total) {
    return total > 0 ? look().glyphs().bar(bodyWidth(), (double) done / total) : "";
  }

  private static String waited(long seconds) {
    return seconds > 0 ? " " + Words.span(seconds) : "";
  }

  private static String left(EngineStage stage) {
    return stage instanceof EngineStage.Downloading loading && loading.secondsLeft() >= 0
        ? "about " + Words.span(loading.secondsLeft()) + " to go"
        : "";
  }
}
