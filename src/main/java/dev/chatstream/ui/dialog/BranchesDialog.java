package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.chat.TreeRow;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The chat as a tree: every message of every branch, and where one is.
final class BranchesDialog extends ListDialog<Message> {

  private static final int FIRST_WORDS = 120;

  private Chat shown;
  private List<TreeRow> tree = List.of();
  private List<PickerRow<Message>> rows = List.of();

  BranchesDialog(Look look, AppState state, Consumer<Event> out) {
    super("Branches", look, state, out);
    refresh();
    for (int row = 0; row < tree.size(); row++) {
      if (tree.get(row).here()) {
        select(row);
      }
    }
  }

  /// Made anew only for another chat: a token that is coming must not cost what the whole chat does.
  @Override
  protected List<PickerRow<Message>> rows() {
    Chat chat = state().chat().chat();
    if (chat != shown) {
      shown = chat;
      tree = ChatTree.of(chat).rows();
      rows = tree.stream().map(this::row).toList();
    }
    return rows;
  }

  private PickerRow<Message> row(TreeRow row) {
    Message message = row.message();
    String who = message.role() == Role.USER ? "You" : message.model().isEmpty() ? "Model" : message.model();
    String text = row.lines() + row.number() + " " + Sanitizer.line(who) + ": " + firstWords(message);
    String state = message.state() == MessageState.DONE
        ? ""
        : message.unanswered()
            ? "no answer"
            : message.state().wireName();
    String place = row.here() ? "here" : row.onPath() ? "*" : "";
    return PickerRow.of(message, text, (state + " " + place).strip());
  }

  private static String firstWords(Message message) {
    String text = message.content().isBlank() ? message.thinking() : message.content();
    String start = text.strip();
    int end = Math.min(start.length(), FIRST_WORDS);
    return Sanitizer.line(start.substring(0, end).replace('\n', ' '));
  }

  @Override
  protected String corner() {
    long ends = tree.stream().filter(row -> row.number() == 1).count();
    int all = tree.size();
    return Words.count(all, "message") + (ends > 1 ? ", " + ends + " beginnings" : "");
  }

  @Override
  protected String nothing() {
    return "Nothing has been said yet.";
  }

  @Override
  protected List<Letter> letters() {
    return current().map(message -> List.of(
        Letter.of("s", "save as a chat", new Choice.SaveBranch(message)),
        Letter.of("f", "fork here", new Choice.ForkFrom(message)),
        Letter.of("e", "edit, send again", new Choice.Revise(message))))
        .orElse(List.of());
  }

  @Override
  protected String enter() {
    return "go there";
  }

  @Override
  protected void chosen(Message message) {
    choose(new Choice.GoTo(message));
  }

  @Override
  protected String more(Optional<Message> current) {
    return current.map(message -> look().day(message.created(), state().now()) + ": " + firstWords(message))
        .orElse("");
  }
}
