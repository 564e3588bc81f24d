package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Query;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.term.CellStyle;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The chats: those without a name first, then the others, the newest first.
final class ChatsDialog extends PickerDialog<ChatRow> {

  private static final int PROBLEM_LINES = 2;
  private static final int PREVIEW_FROM = 100;
  private static final int WIDEST_WITH_PREVIEW = 132;

  private ChatSummary previewed;

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
    return new ChatRows(searched, state().library().find(), this::row).of(state().library().chats());
  }

  /// What the titles say is shown at once; the texts follow as they are searched.
  @Override
  protected void searchChanged(String searched) {
    say(new Event.Wanted(searched.isEmpty() ? new Command.StopSearching() : new Command.SearchChats(searched)));
  }

  private PickerRow<ChatRow> row(ChatSummary chat) {
    String tags = chat.labels().tags().isEmpty() ? "" : "  #" + String.join(" #", chat.labels().tags());
    String name = Sanitizer.line(name(chat)) + tags;
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
    if (motion == Motion.DISCARD) {
      chat().ifPresent(chat -> choose(new Choice.DeleteChat(chat.file(), chat.id(), name(chat))));
    } else if (motion == Motion.MORE) {
      chat().ifPresent(chat -> choose(new Choice.WantChatMenu(chat)));
    } else if (motion == Motion.SORT) {
      choose(new Choice.SortChats(state().library().find().sort().next()));
    }
    return motion == Motion.DISCARD || motion == Motion.MORE || motion == Motion.SORT;
  }

  /// What was just done to a chat, for on a small screen the hint line lies below this window; else why the current one
  /// can't be opened or written, whole.
  @Override
  protected String footer() {
    String said = look().words(state().notice().words());
    return said.isEmpty() ? chat().map(ChatSummary::problem).filter(why -> !why.isEmpty()).orElse(damaged()) : said;
  }

  /// Where another one than the current chat can't be read or written.
  private String damaged() {
    long damaged = state().library().chats().stream().filter(chat -> !chat.problem().isEmpty()).count();
    return damaged == 0
        ? ""
        : Words.count(damaged, "chat") + " can't be read or written as usual; going there says why.";
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

  /// Wide enough for a look at the current chat beside the list.
  @Override
  public int widest() {
    return look().slow() ? WIDEST : WIDEST_WITH_PREVIEW;
  }

  @Override
  protected int besideWidth() {
    return width() < PREVIEW_FROM || look().slow() ? 0 : width() / 2 - 6;
  }

  @Override
  protected void moved(Optional<ChatRow> current) {
    askForPreview();
  }

  @Override
  protected void update() {
    super.update();
    askForPreview();
  }

  /// Once for each chat that becomes the current one; the one before is given up.
  private void askForPreview() {
    Optional<ChatSummary> chat = chat().filter(here -> besideWidth() > 0 && !here.equals(previewed));
    chat.ifPresent(here -> {
      previewed = here;
      say(new Event.Wanted(new Command.PreviewChat(here.file(), here.id())));
    });
  }

  @Override
  protected void paintBeside(int row, int column, RowPainter painter) {
    int from = painter.text(column, " ", style(ThemeRole.DIALOG));
    int room = besideWidth() - 2;
    List<PreviewLines.Line> lines = previewed == null
        ? List.of()
        : state().library().find().preview()
            .filter(seen -> seen.file().equals(previewed.file()) && Objects.equals(seen.chat(), previewed.id()))
            .map(seen -> PreviewLines.of(seen, room, bodyHeight()))
            .orElse(List.of());
    boolean there = row < lines.size();
    CellStyle style = style(there ? lines.get(row).role() : ThemeRole.DIALOG);
    painter.text(from + 1, Columns.left(there ? lines.get(row).text() : "", room), style);
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
    String sort = hint(Context.PICKER, Motion.SORT, state().library().find().sort().word());
    return chat().isPresent()
        ? keys(enter("open"), tab("more"), hint(Context.PICKER, Motion.DISCARD, "to the trash"), sort)
        : enter("open");
  }
}
