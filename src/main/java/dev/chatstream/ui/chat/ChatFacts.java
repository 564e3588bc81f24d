package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.reduce.MessageNumbers;
import dev.chatstream.ui.text.SettingsWords;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// What the status line tells of a chat and has to look through its messages for: found once for a chat, as nothing of
/// it changes while a reply streams.
///
/// @param chat null before there was one
/// @param cut the messages that the server has left out
/// @param used tokens of the window that the last answer used, as the server counted them; empty when nobody has
/// @param leftOut which of the messages the server has left out, in words; empty for none
/// @param led how the chat is led, where that is not as usual, in words; empty for as usual
record ChatFacts(Chat chat, List<UUID> cut, OptionalLong used, String leftOut, String led) {

  /// Before there was a chat.
  static final ChatFacts NONE = new ChatFacts(null, List.of(), OptionalLong.empty(), "", "");

  /// The facts of this chat, which are these where neither it nor what was left out is another.
  ChatFacts of(Chat now, List<UUID> nowCut) {
    return chat == now && cut == nowCut
        ? this
        : new ChatFacts(now, nowCut, used(now), leftOut(now, nowCut), SettingsWords.brief(ChatSettings.of(now)));
  }

  private static OptionalLong used(Chat chat) {
    for (Message message : chat.conversation().reversed()) {
      Metrics metrics = message.metrics();
      if (metrics.promptTokens() >= 0) {
        return OptionalLong.of(metrics.promptTokens() + Math.max(0, metrics.tokens()));
      }
    }
    return OptionalLong.empty();
  }

  private static String leftOut(Chat chat, List<UUID> cut) {
    Set<UUID> ids = Set.copyOf(cut);
    boolean here = chat.conversation().stream().map(Message::id).anyMatch(ids::contains);
    return here ? MessageNumbers.words(chat, ids) : "";
  }
}
