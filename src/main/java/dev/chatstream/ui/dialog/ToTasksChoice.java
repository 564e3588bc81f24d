package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.task.Excerpt;
import dev.chatstream.core.task.TaskScope;
import dev.chatstream.core.task.TaskSplit;
import dev.chatstream.ui.markdown.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// What is chosen of a chat to become rows, and how it is cut.
final class ToTasksChoice {

  private final Chat chat;
  private final Dialog.ToTasks wish;
  private final Set<UUID> marked;
  private final List<TaskScope> scopes = new ArrayList<>();
  private TaskScope scope;
  private TaskSplit split = TaskSplit.MESSAGE;
  private boolean nests;

  ToTasksChoice(AppState state, Dialog.ToTasks wish) {
    this.chat = state.chat().chat();
    this.wish = wish;
    this.marked = state.talk().marked();
    for (TaskScope one : TaskScope.values()) {
      if (offered(one)) {
        scopes.add(one);
      }
    }
    scope = scopes.getFirst();
    if (wish.made()) {
      split = TaskSplit.MODEL;
      scope = scope == TaskScope.WHOLE_CHAT && scopes.contains(TaskScope.LAST_REPLY) ? TaskScope.LAST_REPLY : scope;
    }
    look();
  }

  /// Looked for once, as it reads the whole text.
  private void look() {
    nests = whole().stream().anyMatch(each -> Pieces.nests(each.text()));
  }

  private boolean offered(TaskScope one) {
    return switch (one) {
      case MARKED -> chat.conversation().stream().anyMatch(message -> marked.contains(message.id()));
      case BLOCK -> wish.message().isPresent() && !wish.block().isBlank();
      case MESSAGE -> wish.message().isPresent();
      case LAST_REPLY -> chat.conversation().stream().anyMatch(message -> message.role() == Role.ASSISTANT);
      case CODE -> excerpts(TaskScope.CODE).stream().anyMatch(each -> !Pieces.code(each.text()).isEmpty());
      case WHOLE_CHAT, LAST_TURN -> true;
    };
  }

  TaskScope scope() {
    return scope;
  }

  TaskSplit split() {
    return split;
  }

  /// The scopes that mean something in this chat.
  List<TaskScope> scopes() {
    return scopes;
  }

  /// The ways to cut what is chosen. Code is cut by its blocks.
  List<TaskSplit> splits() {
    if (scope == TaskScope.CODE) {
      return List.of(TaskSplit.MESSAGE);
    }
    List<TaskSplit> all = new ArrayList<>(List.of(TaskSplit.values()));
    if (!nests) {
      all.remove(TaskSplit.NESTED);
    }
    return all;
  }

  void next(boolean ofScope, int by) {
    if (ofScope) {
      scope = next(scopes, scope, by);
      look();
      split = splits().contains(split) ? split : TaskSplit.MESSAGE;
    } else {
      split = next(splits(), split, by);
    }
  }

  private static <T> T next(List<T> all, T now, int by) {
    return all.get(Math.floorMod(all.indexOf(now) + by, all.size()));
  }

  /// What is chosen, a text a message.
  List<Excerpt> whole() {
    return excerpts(scope);
  }

  /// The new rows; none where a model is to make them.
  List<Excerpt> rows() {
    if (scope == TaskScope.CODE) {
      return cut(Pieces::code);
    }
    return switch (split) {
      case MESSAGE -> whole();
      case ITEM -> cut(text -> Pieces.items(text, false));
      case NESTED -> cut(text -> Pieces.items(text, true));
      case PARAGRAPH -> cut(Pieces::paragraphs);
      case MODEL -> List.of();
    };
  }

  /// Where each row is all of a message.
  boolean messages() {
    return split == TaskSplit.MESSAGE && scope != TaskScope.CODE && scope != TaskScope.BLOCK;
  }

  private List<Excerpt> cut(Function<String, List<String>> way) {
    return whole().stream().flatMap(each -> way.apply(each.text()).stream().map(each::with)).toList();
  }

  private List<Excerpt> excerpts(TaskScope of) {
    return Excerpt.of(chat, of, marked, wish.message(), wish.block());
  }

  /// What the model is to read.
  String text() {
    StringBuilder text = new StringBuilder();
    for (Excerpt each : whole()) {
      text.append(whole().size() == 1 ? "" : each.role() == Role.USER ? "Question: " : "Answer: ")
          .append(each.text().strip()).append("\n\n");
    }
    return text.toString().strip();
  }

  /// The tasks that a model has made of it. They come from the last message that it has read.
  ///
  /// @param model who made them
  List<Excerpt> made(List<String> tasks, String model) {
    Excerpt last = whole().getLast();
    return tasks.stream().map(task -> new Excerpt(last.message(), Role.ASSISTANT, model, task)).toList();
  }
}
