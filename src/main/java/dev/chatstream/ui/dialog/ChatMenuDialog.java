package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.chat.ChatSort;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What can be done with a chat of the picker, and with the picker itself.
final class ChatMenuDialog extends MenuDialog {

  private final ChatSummary chat;

  ChatMenuDialog(Look look, AppState state, ChatSummary chat, Consumer<Event> out) {
    super("Chat", look, state, out);
    this.chat = chat;
  }

  private String name() {
    return Sanitizer.line(chat.title().isBlank() ? chat.file() : chat.title());
  }

  @Override
  protected String sentence() {
    if (!chat.problem().isEmpty()) {
      return chat.problem();
    }
    String tags = chat.labels().tags().isEmpty() ? "" : ", tags " + String.join(" ", chat.labels().tags());
    String size = chat.bytes() > 0 ? ", " + Words.bytes(chat.bytes()) : "";
    return name() + ", " + Words.count(chat.messages(), "message") + size + tags + ".";
  }

  @Override
  protected List<Option> options() {
    List<Option> options = new ArrayList<>();
    if (chat.problem().isEmpty()) {
      ofChat(options);
    }
    options.add(option("x", "To the trash", "can be undone", new Choice.DeleteChat(chat.file(), chat.id(), name())));
    ChatSort next = state().library().find().sort().next();
    options.add(option("s", "Sort: " + next.word(), "the order of all chats", new Choice.SortChats(next)));
    return options;
  }

  private void ofChat(List<Option> options) {
    options.add(option("o", "Open", "go on in it", new Choice.OpenChat(chat.file(), chat.id())));
    options.add(chat.draft()
        ? option("n", "Name ...", "gives it a file of its own", new Choice.WantName(chat.id(), chat.title()))
        : option("n", "New title ...", "its file keeps its name", new Choice.WantTitle(chat)));
    boolean pinned = chat.labels().pinned();
    options.add(option("p", pinned ? "Pin no longer" : "Pin", "before the others",
        new Choice.ChangeChat(chat, new ChatChange.Pin(!pinned))));
    options.add(option("t", "Tags ...", "words to find it by", new Choice.WantTags(chat)));
    options.add(option("d", "Duplicate", "a copy with an id of its own", new Choice.DuplicateChat(chat)));
  }

  private static Option option(String letter, String label, String note, Choice choice) {
    return new Option(letter, label, note, new Event.Chosen(choice));
  }
}
