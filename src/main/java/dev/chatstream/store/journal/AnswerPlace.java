package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where in a chat the question and the answer of a journal belong. Pure: the same twice gives nothing new.
final class AnswerPlace {

  private final Chat chat;
  private final ReadTurn turn;
  private final Message question;

  private AnswerPlace(Chat chat, ReadTurn turn) {
    this.chat = chat;
    this.turn = turn;
    this.question = turn.asked().question();
  }

  /// The chat with what it lacks of this turn; empty when it lacks nothing.
  static Optional<Chat> put(Chat chat, ReadTurn turn) {
    AnswerPlace place = new AnswerPlace(chat, turn);
    return turn.answer().isPresent() ? place.answered(turn.answer().get()) : place.unanswered();
  }

  private Optional<Chat> answered(Message answer) {
    if (has(answer.id())) {
      return Optional.empty();
    }
    List<Message> path = chat.conversation();
    int at = indexOf(path, question.id());
    if (at >= 0) {
      return Optional.of(onPath(path, at, answer));
    }
    if (has(question.id())) {
      return Optional.of(with(path, plus(chat.branches(), answer)));
    }
    return Optional.of(newQuestion(question, Optional.of(answer)));
  }

  /// A question that was stopped is back in the input; one whose answer never came is marked, to be asked again.
  private Optional<Chat> unanswered() {
    if (turn.state() == MessageState.STOPPED) {
      return Optional.empty();
    }
    Message marked = question.withState(MessageState.FAILED);
    if (!has(question.id())) {
      return Optional.of(newQuestion(marked, Optional.empty()));
    }
    List<Message> path = chat.conversation();
    boolean last = !path.isEmpty() && path.getLast().id().equals(question.id());
    if (!last || path.getLast().unanswered()) {
      return Optional.empty();
    }
    List<Message> changed = new ArrayList<>(path);
    changed.set(path.size() - 1, path.getLast().withState(MessageState.FAILED));
    return Optional.of(with(changed, chat.branches()));
  }

  /// The question is on the path. Earlier answers to it make room, as when it was asked again; where the talk went on,
  /// the answer stands beside the path.
  private Chat onPath(List<Message> path, int at, Message answer) {
    List<Message> after = path.subList(at + 1, path.size());
    if (after.stream().anyMatch(message -> message.role() != Role.ASSISTANT)) {
      return with(path, plus(chat.branches(), answer));
    }
    List<Message> shorter = new ArrayList<>(path.subList(0, at));
    shorter.add(path.get(at).withState(MessageState.DONE));
    shorter.add(answer);
    List<Message> branches = new ArrayList<>(chat.branches());
    branches.addAll(after);
    return with(shorter, branches);
  }

  /// The chat was not written since the question was asked.
  private Chat newQuestion(Message asked, Optional<Message> answer) {
    List<Message> both = Stream.concat(Stream.of(asked), answer.stream()).toList();
    Optional<UUID> before = asked.parent();
    // A first question beside others is an edited one.
    boolean known = before.map(this::has).orElse(!chat.conversation().isEmpty());
    boolean elsewhere = known && !before.equals(chat.head());
    if (elsewhere) {
      List<Message> branches = new ArrayList<>(chat.branches());
      branches.addAll(both);
      return with(chat.conversation(), branches);
    }
    List<Message> path = new ArrayList<>(chat.conversation());
    path.add(asked.withParent(chat.head()));
    answer.ifPresent(path::add);
    return with(path, chat.branches());
  }

  private boolean has(UUID id) {
    return indexOf(chat.conversation(), id) >= 0 || indexOf(chat.branches(), id) >= 0;
  }

  private static int indexOf(List<Message> messages, UUID id) {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static List<Message> plus(List<Message> messages, Message one) {
    return Stream.concat(messages.stream(), Stream.of(one)).toList();
  }

  private Chat with(List<Message> path, List<Message> branches) {
    return new Chat(
        chat.id(), chat.title(), chat.created(), path, branches, chat.savePoints(), chat.metadata(), chat.extra());
  }
}
