package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Recovered;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the journal gets with a question, and what the screen says of what was found in one.
class RecoveryRulesTest {

  private static final Instant CUT = Instant.parse("2026-11-23T13:58:07Z");

  private static Recovered reply(String file, String title, MessageState state, int tokens) {
    return new Recovered(new UUID(2, 2), file, title, state, CUT, tokens, tokens > 0);
  }

  private static String said(Recovered... replies) {
    return new Play().on(new Event.ReplyRecovered(List.of(replies), List.of())).notice();
  }

  @Test
  void aQuestionGoesOutWithAllThatItsAnswerNeeds() {
    Play play = Play.named().ask("why?");
    Asked asked = play.command(Command.StartTurn.class).asked();
    assertEquals(play.turn(), asked.turn());
    assertEquals(play.chat().chat().id(), asked.chat());
    assertEquals(play.last(), asked.question());
    play.token("because").done();
    assertEquals(play.last().id(), asked.answer().id());
    assertEquals(play.last().parent(), asked.answer().parent());
    assertEquals(play.last().options(), asked.answer().options());
  }

  @Test
  void aRecoveredReplyIsToldWithItsTimeAndPlace() {
    assertEquals(
        "Recovered a reply that was cut at 13:58 (87 tokens). It is in Release plan.",
        said(reply("release-plan.json", "Release plan", MessageState.CUT, 87)));
    assertEquals(
        "Recovered a reply that was cut at 13:58 (1 token). ^O opens it.", said(reply("", "", MessageState.CUT, 1)));
    assertEquals(
        "Recovered a reply of 13:58 (5 tokens). It is in a.json.", said(reply("a.json", "", MessageState.DONE, 5)));
    assertEquals(
        "Recovered a question of 13:58 that got no answer. ^O opens it.", said(reply("", "", MessageState.CUT, 0)));
    Recovered one = reply("", "", MessageState.CUT, 3);
    assertEquals("Recovered 2 replies from last time. ^O opens their chats.", said(one, one));
    assertEquals("", said());
  }

  @Test
  void aReplyThatCouldNotBePutIntoItsChatIsTold() {
    StoreFailure why = new StoreFailure.NotRecovered("a.json can't be read and was left as it is: no JSON.");
    assertEquals(
        "A reply from last time waits in .store/journal: a.json can't be read and was left as it is: no JSON.",
        new Play().on(new Event.ReplyRecovered(List.of(), List.of(why))).notice());
  }
}
