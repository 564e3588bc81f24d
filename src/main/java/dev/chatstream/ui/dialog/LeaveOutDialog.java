package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Omission;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.model.ContextEstimate;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// The messages of the chat, to tick those that are not to be sent.
final class LeaveOutDialog extends ListDialog<UUID> {

  private static final int SHOWN = 200;
  private static final int LONGEST_NAME = 16;

  private final Set<UUID> ticked;

  LeaveOutDialog(Look look, AppState state, Consumer<Event> out) {
    super("Leave out", look, state, out);
    ticked = new HashSet<>(Omission.of(state.chat().chat()).leftOut());
    refresh();
  }

  @Override
  protected List<PickerRow<UUID>> rows() {
    List<PickerRow<UUID>> rows = new ArrayList<>();
    List<Message> all = state().chat().chat().conversation();
    int widest = all.stream().mapToInt(message -> DisplayWidth.of(who(message))).max().orElse(0);
    for (int i = 0; i < all.size(); i++) {
      Message message = all.get(i);
      if (message.role() == Role.SYSTEM) {
        continue;
      }
      String box = ticked.contains(message.id()) ? "[x] " : "[ ] ";
      String words = message.content().substring(0, Math.min(SHOWN, message.content().length()));
      String number = Columns.right(Words.grouped(i + 1), Words.grouped(all.size()).length());
      String size = "about " + Words.tokens(ContextEstimate.of(message)) + " tok";
      rows.add(PickerRow.of(
          message.id(), box + number + "  " + Columns.left(who(message), widest) + "  " + Sanitizer.line(words), size));
    }
    return rows;
  }

  private static String who(Message message) {
    return message.role() == Role.USER ? "You" : Columns.cut(message.model(), LONGEST_NAME);
  }

  @Override
  public boolean press(Key key) {
    if (key.typed() && key.text().equals(" ")) {
      current().ifPresent(id -> {
        if (!ticked.remove(id)) {
          ticked.add(id);
        }
        refresh();
        markDirty();
      });
      return true;
    }
    return super.press(key);
  }

  @Override
  protected String nothing() {
    return "Nothing has been said yet.";
  }

  @Override
  protected List<Letter> letters() {
    return List.of(Letter.of("a", "all are sent", new Choice.LeaveOut(Set.of())));
  }

  @Override
  protected String enter() {
    return "leave out what is ticked";
  }

  @Override
  protected void chosen(UUID current) {
    choose(new Choice.LeaveOut(ticked));
  }

  @Override
  protected String more(Optional<UUID> current) {
    return "Space ticks. What is ticked stays in the chat, but does not go to the model.";
  }
}
