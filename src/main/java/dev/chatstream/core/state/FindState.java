package dev.chatstream.core.state;

import dev.chatstream.core.chat.ChatSort;
import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Hit;
import dev.chatstream.core.find.Preview;
import java.util.Optional;

/// What is known of searches.
///
/// @param sort in which order the chats stand in the picker
/// @param found what the last search has found so far
/// @param opening the hit whose chat is being opened, and then to be shown
/// @param preview how the chat looks that is looked at in the picker
public record FindState(ChatSort sort, Found found, Optional<Hit> opening, Optional<Preview> preview) {

  /// Before anything was looked for.
  public static final FindState NOTHING =
      new FindState(ChatSort.NEWEST, Found.NOTHING, Optional.empty(), Optional.empty());

  /// With the chats in another order.
  public FindState with(ChatSort newer) {
    return new FindState(newer, found, opening, preview);
  }

  /// With what was found so far.
  public FindState with(Found newer) {
    return new FindState(sort, newer, opening, preview);
  }

  /// With a hit that is being opened; empty once it is.
  public FindState opening(Optional<Hit> hit) {
    return new FindState(sort, found, hit, preview);
  }

  /// With a look at a chat.
  public FindState with(Preview newer) {
    return new FindState(sort, found, opening, Optional.of(newer));
  }
}
