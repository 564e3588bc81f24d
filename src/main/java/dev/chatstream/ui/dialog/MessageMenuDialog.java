package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.chat.Taken;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What can be done with a message of the chat.
final class MessageMenuDialog extends MenuDialog {

  /// All that can be, in the order of the menu.
  private enum Entry {
    COPY,
    COPY_CODE,
    WRITE,
    TO_TASKS,
    MADE_ROWS,
    EDIT,
    FORK,
    SAVE_BRANCH,
    OLDER,
    NEWER,
    PLAIN,
    FACTS
  }

  private final Optional<Message> message;
  private final int number;
  private final String code;
  private final ChatTree.Fork fork;

  MessageMenuDialog(Look look, AppState state, UUID id, Consumer<Event> out) {
    super("Message", look, state, out);
    List<Message> all = state.chat().chat().conversation();
    message = all.stream().filter(each -> each.id().equals(id)).findFirst();
    number = message.map(found -> all.indexOf(found) + 1).orElse(0);
    code = message.filter(found -> found.role() == Role.ASSISTANT).map(found -> Taken.code(found.content())).orElse("");
    fork = message.map(ChatTree.of(state.chat().chat())::fork).orElse(ChatTree.Fork.NONE);
  }

  @Override
  protected String sentence() {
    return message
        .map(found -> "Number " + number + ", " + MessageFacts.who(found) + ", " + look().clock(found.created())
            + ", " + Words.count(found.content().length(), "character") + ".")
        .orElse("This message is not here any more.");
  }

  @Override
  protected List<Option> options() {
    List<Option> options = new ArrayList<>();
    message.ifPresent(found -> {
      for (Entry entry : Entry.values()) {
        option(entry, found).ifPresent(options::add);
      }
    });
    options.add(new Option("q", "Nothing", "", new Event.DialogClosed()));
    return options;
  }

  private Optional<Option> option(Entry entry, Message found) {
    MessageBranching branching = new MessageBranching(look(), state(), fork);
    return switch (entry) {
      case COPY -> Optional.of(of("c", "Copy", "all of it, as it was written", new Choice.Copy(found.content())));
      case COPY_CODE -> code.isEmpty()
          ? Optional.empty()
          : Optional.of(of("o", "Only its code, copied", Words.count(code.lines().count(), "line"),
              new Choice.Copy(code)));
      case WRITE -> Optional.of(of("w", "Write to a file ...", "",
          new Choice.WantWrite(found.content(), Taken.file(state().chat(), number, ".md"))));
      case TO_TASKS -> Optional.of(of("t", "To a task list ...", "all of it, its list items, or what the model finds",
          new TalkChoice.WantTasks(Optional.of(found.id()), "")));
      case MADE_ROWS -> Optional.of(of("l", "Rows made of it", "in which lists", new TalkChoice.WantRows(found.id())));
      case EDIT -> Optional.of(branching.edit(found));
      case FORK -> Optional.of(branching.fork(found));
      case SAVE_BRANCH -> Optional.of(branching.save(found));
      case OLDER -> branching.version(found, -1);
      case NEWER -> branching.version(found, 1);
      case PLAIN -> Optional.of(of("p", "Plain text", "on the whole screen, for the mouse",
          new Choice.ReadPlain(found.id(), true)));
      case FACTS -> Optional.of(of("i", "Info", "model, parameters, times", new Choice.ReadFacts(found.id())));
    };
  }

  private static Option of(String letter, String label, String note, Choice choice) {
    return new Option(letter, label, note, new Event.Chosen(choice));
  }
}
