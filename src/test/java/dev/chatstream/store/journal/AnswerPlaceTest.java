package dev.chatstream.store.journal;

import static dev.chatstream.store.journal.JournalSamples.answer;
import static dev.chatstream.store.journal.JournalSamples.asked;
import static dev.chatstream.store.journal.JournalSamples.newChat;
import static dev.chatstream.store.journal.JournalSamples.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerPlaceTest {

  private static ReadTurn read(Asked asked, String text, Optional<MessageState> end) {
    return new ReadTurn(asked, text, "", text.isEmpty() ? 0 : 1, JournalSamples.NOON, end, false);
  }

  private static ReadTurn cut(Asked asked, String text) {
    return read(asked, text, Optional.empty());
  }

  private static List<String> path(Chat chat) {
    return chat.conversation().stream().map(Message::content).toList();
  }

  private static List<String> branches(Chat chat) {
    return chat.branches().stream().map(Message::content).toList();
  }

  @Test
  void theAnswerFollowsItsQuestion() {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    Chat after = AnswerPlace.put(chat.plus(asked.question()), cut(asked, "beca")).orElseThrow();
    assertEquals(List.of("why?", "beca"), path(after));
    assertEquals(MessageState.CUT, after.conversation().getLast().state());
    assertEquals(Optional.empty(), AnswerPlace.put(after, cut(asked, "beca")));
  }

  @Test
  void aQuestionThatIsNotInTheChatComesWithIt() {
    Chat chat = newChat().plus(user(Optional.empty(), "before"));
    Asked asked = asked(chat, "why?");
    assertEquals(List.of("before", "why?", "beca"), path(AnswerPlace.put(chat, cut(asked, "beca")).orElseThrow()));
  }

  @Test
  void anEarlierAnswerMakesRoom() {
    Chat chat = newChat();
    Asked first = asked(chat, "why?");
    Chat answered = chat.plus(first.question()).plus(answer(first, "so"));
    Asked again = new Asked(JournalSamples.id(), chat.id(), "", chat.created(), first.question(),
        asked(chat, "").answer());
    Chat after = AnswerPlace.put(answered, cut(again, "beca")).orElseThrow();
    assertEquals(List.of("why?", "beca"), path(after));
    assertEquals(List.of("so"), branches(after));
  }

  @Test
  void aTalkThatWentOnIsLeftAsItIs() {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    Chat later = chat.plus(asked.question());
    Chat on = later.plus(user(later.head(), "never mind"));
    Chat after = AnswerPlace.put(on, cut(asked, "beca")).orElseThrow();
    assertEquals(List.of("why?", "never mind"), path(after));
    assertEquals(List.of("beca"), branches(after));
  }

  @Test
  void aQuestionWithoutAnAnswerIsMarkedToBeAskedAgain() {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    Chat after = AnswerPlace.put(chat.plus(asked.question()), cut(asked, "")).orElseThrow();
    assertEquals(MessageState.FAILED, after.conversation().getLast().state());
    assertEquals(Optional.empty(), AnswerPlace.put(after, cut(asked, "")));
    assertEquals(after.conversation(), AnswerPlace.put(chat, cut(asked, "")).orElseThrow().conversation());
  }

  @Test
  void aQuestionThatWasTakenBackStaysAway() {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    assertEquals(Optional.empty(), AnswerPlace.put(chat, read(asked, "", Optional.of(MessageState.STOPPED))));
  }

  @Test
  void anAnswerThatWasWholeIsNotMarkedCut() {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    Chat after = AnswerPlace.put(chat, read(asked, "because", Optional.of(MessageState.DONE))).orElseThrow();
    assertEquals(MessageState.DONE, after.conversation().getLast().state());
  }
}
