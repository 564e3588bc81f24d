package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Query;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The chats: those without a name first, then the others, the newest first.
final class ChatsDialog extends PickerDialog<ChatRow> {

  private static final int PROBLEM_LINES = 2;

  /// @param searched what stands in the search field at first
  ChatsDialog(Look look, AppState state, String searched, Consumer<Event> out) {
    super("Chats", look, state, out);
    searchFor(searched);
    refresh();
  }

  @Override
  protected Object source() {
    return state().library();
  }

  @Override
  protected List<PickerRow<ChatRow>> rows(String searched) {
    return new ChatRows(searched, state().library().find().found(), this::row).of(state().library().chats());
  }

  /// What the titles say is shown at once; the texts follow as they are searched.
  @Override
  protected void searchChanged(String searched) {
    say(new Event.Wanted(searched.isEmpty() ? new Command.StopSearching() : new Command.SearchChats(searched)));
  }

  private PickerRow<ChatRow> row(ChatSummary chat) {
    String name = name(chat);
    if (!chat.problem().isEmpty()) {
      // A damaged one opens as far as it can be read.
      return chat.draft()
          ? PickerRow.greyed(name, "", chat.problem())
          : PickerRow.of(new ChatRow(chat, Optional.empty()), name,
              chat.damaged() ? "damaged" : "newer version, read only");
    }
    String right = Words.count(chat.messages(), "message")
        + (chat.model().isEmpty() ? "" : "  " + chat.model())
        + "  " + look().day(chat.changed(), state().now());
    return PickerRow.of(new ChatRow(chat, Optional.empty()), name, right);
  }

  private static String name(ChatSummary chat) {
    return chat.title().isBlank() ? chat.file() : chat.title();
  }

  @Override
  protected void chosen(ChatRow row) {
    choose(row.hit().<Choice> map(Choice.OpenHit::new)
        .orElseGet(() -> new Choice.OpenChat(row.chat().file(), row.chat().id())));
  }

  private Optional<ChatSummary> chat() {
    return current().map(ChatRow::chat);
  }

  @Override
  protected boolean other(Motion motion) {
    Optional<ChatSummary> draft = chat().filter(ChatSummary::draft);
    if (motion == Motion.DISCARD) {
      chat().ifPresent(chat -> choose(new Choice.DeleteChat(chat.file(), chat.id(), name(chat))));
    } else if (motion == Motion.MORE) {
      draft.ifPresent(chat -> choose(new Choice.WantName(chat.id(), chat.title())));
    }
    return motion == Motion.DISCARD || motion == Motion.MORE;
  }

  /// What was just done to a chat, for on a small screen the hint line lies below this window; else why the current one
  /// can't be opened or written, whole.
  @Override
  protected String footer() {
    String said = look().words(state().notice().words());
    return said.isEmpty() ? chat().map(ChatSummary::problem).orElse("") : said;
  }

  /// The same at each row, so that the dialog doesn't change its height while one moves.
  @Override
  protected int footerLines() {
    boolean problems = state().library().chats().stream().anyMatch(chat -> !chat.problem().isEmpty());
    return problems ? PROBLEM_LINES : super.footerLines();
  }

  @Override
  protected String nothing() {
    return !state().library().chatsRead()
        ? reading()
        : searched().isEmpty() ? "No chats yet." : searching() ? "Searching ..." : noMatch("chat");
  }

  private boolean searching() {
    Found found = state().library().find().found();
    boolean words = !Query.of(searched()).words().isEmpty();
    return words && (!found.typed().equals(searched()) || found.state() == Found.State.RUNNING);
  }

  @Override
  protected String corner() {
    Found found = state().library().find().found();
    return !searched().isEmpty() && found.typed().equals(searched()) && found.total() > 0
        ? SearchWords.of(found)
        : corner(state().library());
  }

  @Override
  protected String pickerKeys() {
    boolean draft = chat().filter(ChatSummary::draft).isPresent();
    boolean any = current().isPresent();
    String open = draft ? keys(enter("open"), hint(Context.PICKER, Motion.MORE, "name it")) : enter("open");
    return any ? keys(open, hint(Context.PICKER, Motion.DISCARD, "to the trash")) : open;
  }
}
