package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.LibraryState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;

/// The saved chats, to add this one's messages to one of them. The target of the last time is the current row.
final class AppendToDialog extends PickerDialog<ChatSummary> {

  private boolean goOn;
  private boolean preselected;

  AppendToDialog(Look look, AppState state, Consumer<Event> out) {
    super("Append this chat to", look, state, out);
    refresh();
    update();
  }

  @Override
  protected void update() {
    super.update();
    if (!preselected && state().library().chatsRead()) {
      preselected = true;
      state().library().chats().stream()
          .filter(chat -> chat.file().equals(state().library().lastTarget()))
          .findFirst()
          .ifPresent(this::select);
    }
  }

  @Override
  protected Object source() {
    return state().library();
  }

  @Override
  protected List<PickerRow<ChatSummary>> rows(String searched) {
    return state().library().chats().stream()
        .filter(chat -> !chat.draft() && !chat.file().equals(state().chat().file()))
        .filter(chat -> fits(chat.title() + " " + chat.file(), searched))
        .map(this::row)
        .toList();
  }

  private PickerRow<ChatSummary> row(ChatSummary chat) {
    String name = chat.title().isBlank() ? chat.file() : chat.title();
    return chat.problem().isEmpty()
        ? PickerRow.of(chat, name,
            Words.count(chat.messages(), "message") + "  " + look().day(chat.changed(), state().now()))
        : PickerRow.greyed(name, "", chat.problem());
  }

  @Override
  protected void chosen(ChatSummary chat) {
    choose(new Choice.AppendToChat(chat.file(), goOn));
  }

  @Override
  protected boolean other(Motion motion) {
    if (motion == Motion.MORE) {
      goOn = !goOn;
    }
    return motion == Motion.MORE;
  }

  @Override
  protected String footer() {
    int messages = state().chat().chat().conversation().size();
    return (goOn ? "Goes on there" : "Stays here") + " after adding what it lacks of "
        + Words.count(messages, "message") + ".";
  }

  @Override
  protected String corner() {
    LibraryState library = state().library();
    return library.chats().size() < library.chatsTotal() ? corner(library) : "";
  }

  @Override
  protected String nothing() {
    return state().library().chatsRead() ? "There is no other saved chat." : reading();
  }

  @Override
  protected String pickerKeys() {
    return keys(enter("append"), tab(goOn ? "stay here" : "go on there"));
  }

  @Override
  protected String leaving() {
    return "cancel";
  }
}
