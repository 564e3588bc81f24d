package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.chat.ChatLabels;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;
import java.util.function.Function;

/// Another title for a chat, or tags.
final class LabelDialog extends FieldDialog {

  private final ChatSummary chat;
  private final String note;
  private final Function<String, ChatChange> change;

  private LabelDialog(
      String title, String label, String text, String note, Function<String, ChatChange> change, ChatSummary chat,
      Look look, AppState state, Consumer<Event> out) {
    super(title, label, text, look, state, out);
    this.chat = chat;
    this.note = note;
    this.change = change;
  }

  static LabelDialog title(Look look, AppState state, ChatSummary chat, Consumer<Event> out) {
    return new LabelDialog(
        "Title", "Title", chat.title(),
        "The file chats/" + chat.file() + " keeps its name: scripts and backups know it.",
        ChatChange.Retitle::new, chat, look, state, out);
  }

  static LabelDialog tags(Look look, AppState state, ChatSummary chat, Consumer<Event> out) {
    return new LabelDialog(
        "Tags", "Tags", String.join(" ", chat.labels().tags()),
        "Words with blanks between them; none takes all away. tag:x in the search finds a tag.",
        text -> new ChatChange.Retag(new ChatLabels(ChatLabels.typed(text), false).tags()), chat, look, state, out);
  }

  @Override
  protected void entered(String text) {
    ChatChange wanted = change.apply(text);
    boolean untitled = wanted instanceof ChatChange.Retitle title && title.title().isBlank();
    if (untitled) {
      leave();
    } else {
      choose(new Choice.ChangeChat(chat, wanted));
    }
  }

  @Override
  protected String note(String text) {
    return note;
  }

  @Override
  protected String keysLine() {
    return fieldKeys("save", "cancel");
  }
}
