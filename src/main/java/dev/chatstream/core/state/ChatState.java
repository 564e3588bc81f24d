package dev.chatstream.core.state;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Omission;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ChatSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The chat on the screen.
///
/// @param chat all that was said, without the answer that is coming
/// @param file its file name; empty while it has no name
/// @param revision grows with each change, so that an answer of the store can be matched to what it wrote
/// @param turn the question that is being answered
/// @param queued questions that wait for the turn to end, oldest first
/// @param trouble why the last question got no answer; empty when it did
/// @param contextTokens the window that is asked for
/// @param contextFrom the first message that is sent; 0 unless the person left older ones out
/// @param held a question that does not fit the window and waits for a choice; empty when there is none
/// @param steering what is being done to its branches
public record ChatState(
    Chat chat,
    String file,
    long revision,
    SaveState save,
    Optional<Turn> turn,
    List<String> queued,
    Phrase trouble,
    int contextTokens,
    int contextFrom,
    String held,
    Steering steering) {

  /// The window that is asked for until the person wants another: large enough for a long talk, small enough for a
  /// laptop, and always the same, for a server reloads the model when it changes.
  public static final int DEFAULT_CONTEXT = 8192;

  /// A chat that was opened, or a new one.
  public static ChatState of(Chat chat, String file, SaveState save) {
    int window = ChatSettings.of(chat).window(DEFAULT_CONTEXT);
    return new ChatState(
        chat, file, 0, save, Optional.empty(), List.of(), Phrase.NONE, window, 0, "", Steering.NONE);
  }

  /// True when it has a file of its own.
  public boolean named() {
    return !file.isEmpty();
  }

  /// The messages that go to the model, the system prompt first. Questions that got no answer stay out, as nobody
  /// answered them; the last one is the one that is asked. What the person left out stays out, too.
  public List<Message> context() {
    List<Message> all = chat.conversation();
    List<Message> sent = all.subList(Math.min(contextFrom, all.size()), all.size());
    List<Message> answered =
        sent.stream().filter(message -> !message.unanswered() || message == all.getLast()).toList();
    return Stream.concat(system().stream(), Omission.of(chat).applied(chat, answered).stream()).toList();
  }

  /// The system prompt as the message that is sent; it is none of the talk.
  public Optional<Message> system() {
    String prompt = settings().system();
    return prompt.isBlank()
        ? Optional.empty()
        : Optional.of(Message.fromSystem(chat.id(), prompt, chat.created()));
  }

  /// How the chat is led.
  public ChatSettings settings() {
    return ChatSettings.of(chat);
  }

  /// A changed conversation, not yet on disk.
  public ChatState changed(Chat newChat) {
    return new ChatState(
        newChat,
        file,
        revision + 1,
        new SaveState.Saving(),
        turn,
        queued,
        trouble,
        contextTokens,
        contextFrom,
        held,
        steering);
  }

  /// Another state of saving.
  public ChatState withSave(SaveState state) {
    return new ChatState(
        chat, file, revision, state, turn, queued, trouble, contextTokens, contextFrom, held, steering);
  }

  /// A chat that got a name and a file.
  public ChatState withFile(String newFile, Chat newChat) {
    return new ChatState(
        newChat, newFile, revision, save, turn, queued, trouble, contextTokens, contextFrom, held, steering);
  }

  /// Another running turn, or none.
  public ChatState withTurn(Optional<Turn> newTurn) {
    return new ChatState(
        chat, file, revision, save, newTurn, queued, trouble, contextTokens, contextFrom, held, steering);
  }

  /// Other words about the last question.
  public ChatState withTrouble(Phrase words) {
    return new ChatState(
        chat, file, revision, save, turn, queued, words, contextTokens, contextFrom, held, steering);
  }

  /// One more question that waits.
  public ChatState enqueue(String question) {
    List<String> longer = new ArrayList<>(queued);
    longer.add(question);
    return withQueue(longer);
  }

  /// Other questions that wait.
  public ChatState withQueue(List<String> questions) {
    return new ChatState(
        chat, file, revision, save, turn, List.copyOf(questions), trouble, contextTokens, contextFrom, held, steering);
  }

  /// Another window.
  public ChatState withContext(int tokens, int from) {
    return new ChatState(chat, file, revision, save, turn, queued, trouble, tokens, from, held, steering);
  }

  /// A question that waits for a choice.
  public ChatState hold(String question) {
    return new ChatState(
        chat, file, revision, save, turn, queued, trouble, contextTokens, contextFrom, question, steering);
  }

  /// Something else is being done to the branches.
  public ChatState with(Steering other) {
    return new ChatState(
        chat, file, revision, save, turn, queued, trouble, contextTokens, contextFrom, held, other);
  }
}
