package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Recovered;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Notice;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Says what was found in the journals of earlier runs. A warning, so that it stands for a while.
final class RecoveryWords {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private RecoveryWords() {}

  static AppState say(AppState state, Event.ReplyRecovered recovered, ZoneId zone) {
    List<Recovered> replies = recovered.replies();
    if (!recovered.failures().isEmpty()) {
      return state.with(Notice.warning(recovered.failures().getFirst().onScreen(), state.now()));
    }
    if (replies.isEmpty()) {
      return state;
    }
    Phrase words = replies.size() == 1
        ? one(replies.getFirst(), zone)
        : Phrase.of("Recovered " + replies.size() + " replies from last time.")
            .then(Action.OPEN, "opens their chats.");
    return state.with(Notice.warning(words, state.now()));
  }

  private static Phrase one(Recovered reply, ZoneId zone) {
    String at = CLOCK.format(reply.at().atZone(zone));
    Phrase where = reply.file().isEmpty()
        ? Phrase.key(Action.OPEN, "opens it.")
        : Phrase.of("It is in " + name(reply) + ".");
    if (!reply.answered()) {
      return Phrase.of("Recovered a question of " + at + " that got no answer.").then(where);
    }
    String end = reply.state() == MessageState.DONE ? " of " : " that was cut at ";
    String tokens = reply.tokens() + (reply.tokens() == 1 ? " token" : " tokens");
    return Phrase.of("Recovered a reply" + end + at + " (" + tokens + ").").then(where);
  }

  private static String name(Recovered reply) {
    return reply.title().isEmpty() ? reply.file() : reply.title();
  }
}
