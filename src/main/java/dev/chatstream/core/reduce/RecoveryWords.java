package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Recovered;
import dev.chatstream.core.event.Event;
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
      return state.with(Notice.warning(recovered.failures().getFirst().sentence(), state.now()));
    }
    if (replies.isEmpty()) {
      return state;
    }
    String words = replies.size() == 1
        ? one(replies.getFirst(), zone)
        : "Recovered " + replies.size() + " replies from last time. ^O opens their chats.";
    return state.with(Notice.warning(words, state.now()));
  }

  private static String one(Recovered reply, ZoneId zone) {
    String at = CLOCK.format(reply.at().atZone(zone));
    String where = reply.file().isEmpty() ? "^O opens it." : "It is in " + name(reply) + ".";
    if (!reply.answered()) {
      return "Recovered a question of " + at + " that got no answer. " + where;
    }
    String end = reply.state() == MessageState.DONE ? " of " : " that was cut at ";
    String tokens = reply.tokens() + (reply.tokens() == 1 ? " token" : " tokens");
    return "Recovered a reply" + end + at + " (" + tokens + "). " + where;
  }

  private static String name(Recovered reply) {
    return reply.title().isEmpty() ? reply.file() : reply.title();
  }
}
