package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The chats: those without a name first, then the others, the newest first.
final class ChatsDialog extends PickerDialog<ChatSummary> {

  private static final int PROBLEM_LINES = 2;

  ChatsDialog(Look look, AppState state, Consumer<Event> out) {
    super("Chats", look, state, out);
    refresh();
  }

  @Override
  protected Object source() {
    return state().library();
  }

  @Override
  protected List<PickerRow<ChatSummary>> rows(String searched) {
    List<PickerRow<ChatSummary>> rows = new ArrayList<>();
    add(rows, "Never named", searched, true);
    add(rows, "Saved", searched, false);
    return rows;
  }

  private void add(List<PickerRow<ChatSummary>> rows, String heading, String searched, boolean drafts) {
    List<ChatSummary> chats = state().library().chats().stream()
        .filter(chat -> chat.draft() == drafts && fits(chat.title() + " " + chat.file(), searched))
        .toList();
    if (!chats.isEmpty()) {
      rows.add(PickerRow.heading(heading));
      chats.forEach(chat -> rows.add(row(chat)));
    }
  }

  private PickerRow<ChatSummary> row(ChatSummary chat) {
    String name = name(chat);
    if (!chat.problem().isEmpty()) {
      // A damaged one opens as far as it can be read.
      return chat.draft()
          ? PickerRow.greyed(name, "", chat.problem())
          : PickerRow.of(chat, name, chat.damaged() ? "damaged" : "newer version, read only");
    }
    String right = Words.count(chat.messages(), "message")
        + (chat.model().isEmpty() ? "" : "  " + chat.model())
        + "  " + look().day(chat.changed(), state().now());
    return PickerRow.of(chat, name, right);
  }

  private static String name(ChatSummary chat) {
    return chat.title().isBlank() ? chat.file() : chat.title();
  }

  @Override
  protected void chosen(ChatSummary chat) {
    choose(new Choice.OpenChat(chat.file(), chat.id()));
  }

  @Override
  protected boolean other(Motion motion) {
    Optional<ChatSummary> draft = current().filter(ChatSummary::draft);
    if (motion == Motion.DISCARD) {
      current().ifPresent(chat -> choose(new Choice.DeleteChat(chat.file(), chat.id(), name(chat))));
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
    return said.isEmpty() ? current().map(ChatSummary::problem).orElse("") : said;
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
        : searched().isEmpty() ? "No chats yet." : noMatch("chat");
  }

  @Override
  protected String corner() {
    return corner(state().library());
  }

  @Override
  protected String pickerKeys() {
    boolean draft = current().filter(ChatSummary::draft).isPresent();
    boolean any = current().isPresent();
    String open = draft ? keys(enter("open"), hint(Context.PICKER, Motion.MORE, "name it")) : enter("open");
    return any ? keys(open, hint(Context.PICKER, Motion.DISCARD, "to the trash")) : open;
  }
}
