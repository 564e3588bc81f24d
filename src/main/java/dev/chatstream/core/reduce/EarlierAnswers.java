package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.state.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Answers that make room for another one: they go to the branches, and come back when no other one comes.
final class EarlierAnswers {

  private EarlierAnswers() {}

  /// The chat with the answers at its end on a branch, so that its last question can be asked again.
  static Chat setAside(Chat chat) {
    List<Message> path = new ArrayList<>(chat.conversation());
    List<Message> branches = new ArrayList<>(chat.branches());
    while (!path.isEmpty() && path.getLast().role() == Role.ASSISTANT) {
      branches.add(path.removeLast());
    }
    return with(chat, path, branches);
  }

  /// The chat as it was before its last question was asked again; empty when that was asked once only. What a second
  /// model answered meanwhile stays on its branch.
  ///
  /// @param again the turn that asked again
  static Optional<Chat> broughtBack(Chat chat, Turn again) {
    List<Message> path = new ArrayList<>(chat.conversation());
    List<Message> branches = new ArrayList<>(chat.branches());
    Optional<Message> answer = answerTo(chat.head(), branches, again);
    while (answer.isPresent()) {
      branches.remove(answer.get());
      path.add(answer.get());
      answer = answerTo(Optional.of(answer.get().id()), branches, again);
    }
    return path.size() == chat.conversation().size() ? Optional.empty() : Optional.of(with(chat, path, branches));
  }

  /// The newest other version of the question at the end of the path, as an edited question has; empty when there is
  /// none.
  static Optional<Message> versionBefore(Chat chat) {
    Message question = chat.conversation().getLast();
    return ChatTree.of(chat).siblings(question).stream()
        .filter(sibling -> sibling != question && sibling.role() == Role.USER)
        .reduce((earlier, later) -> later);
  }

  /// The chat without the question at its end, on the path of that other version where there is one.
  static Chat withoutQuestion(Chat chat, Optional<Message> version) {
    List<Message> path = new ArrayList<>(chat.conversation());
    path.removeLast();
    Chat shorter = chat.withConversation(path);
    return version.map(other -> ChatTree.of(shorter).through(other)).orElse(shorter);
  }

  private static Optional<Message> answerTo(Optional<UUID> parent, List<Message> branches, Turn again) {
    return branches.stream()
        .filter(branch -> branch.role() == Role.ASSISTANT && branch.parent().equals(parent))
        .filter(branch -> !branch.created().isAfter(again.started()))
        .reduce((earlier, later) -> later);
  }

  private static Chat with(Chat chat, List<Message> path, List<Message> branches) {
    return new Chat(
        chat.id(), chat.title(), chat.created(), path, branches, chat.savePoints(), chat.metadata(), chat.extra());
  }
}
