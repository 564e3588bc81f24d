package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.RunChoice;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.run.RunField;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunOffers;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One thing about a run that is being put together; what is wrong with it is said as it is typed. Where there is
/// something to choose from, a key puts in one after the other.
final class RunFieldDialog extends FieldDialog {

  private final RunField field;
  private int offered = -1;

  RunFieldDialog(RunField field, Look look, AppState state, Consumer<Event> out) {
    super("Run a task list", field.title(),
        state.runs().form().map(form -> form.text(field)).orElse(""), look, state, out);
    this.field = field;
  }

  private Optional<RunForm> form() {
    return state().runs().form();
  }

  private List<String> offers() {
    RunOffers offers = form().map(RunForm::offers).orElse(new RunOffers(List.of(), List.of(), List.of(), List.of()));
    return switch (field) {
      case LIST -> offers.lists();
      case MODEL -> offers.models();
      case HOSTS -> offers.hosts();
      default -> List.of();
    };
  }

  @Override
  public boolean press(Key key) {
    if (!offers().isEmpty() && look().keys().motion(Context.PICKER, key).filter(Motion.MORE::equals).isPresent()) {
      offered = (offered + 1) % offers().size();
      put(withOffer(text(), offers().get(offered)));
      return true;
    }
    return super.press(key);
  }

  /// The last of several is the one that is being typed.
  private String withOffer(String text, String offer) {
    int comma = text.lastIndexOf(',');
    return field == RunField.LIST || comma < 0 ? offer : text.substring(0, comma + 1) + " " + offer;
  }

  @Override
  protected void entered(String text) {
    if (wrong(text).isEmpty()) {
      choose(new RunChoice.SetField(field, text));
    }
  }

  private Optional<String> wrong(String text) {
    return form().flatMap(form -> form.wrong(field, text));
  }

  @Override
  protected String note(String text) {
    String there = offers().isEmpty() ? "" : " There are: " + String.join(", ", offers());
    return wrong(text).orElse(field.help()) + there;
  }

  @Override
  protected String keysLine() {
    return offers().isEmpty()
        ? fieldKeys("take", "cancel")
        : keys(hint(Context.INPUT, Motion.SEND, "take"), hint(Context.PICKER, Motion.MORE, "next of them"),
            hint(Context.PICKER, Motion.BACK, "cancel"));
  }
}
