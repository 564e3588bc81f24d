package dev.chatstream.core.state;

import dev.chatstream.core.chat.ChatSort;
import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Hit;
import dev.chatstream.core.find.Preview;
import dev.chatstream.core.input.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of searches.
///
/// @param sort in which order the chats stand in the picker
/// @param found what the last search has found so far
/// @param opening the hit whose chat is being opened, and then to be shown
/// @param preview how the chat looks that is looked at in the picker
/// @param used commands that were chosen from their list, the last one first
public record FindState(ChatSort sort, Found found, Optional<Hit> opening, Optional<Preview> preview,
    List<Action> used) {

  private static final int MOST_USED = 5;

  /// Before anything was looked for.
  public static final FindState NOTHING =
      new FindState(ChatSort.NEWEST, Found.NOTHING, Optional.empty(), Optional.empty(), List.of());

  /// With the chats in another order.
  public FindState with(ChatSort newer) {
    return new FindState(newer, found, opening, preview, used);
  }

  /// With what was found so far.
  public FindState with(Found newer) {
    return new FindState(sort, newer, opening, preview, used);
  }

  /// With a hit that is being opened; empty once it is.
  public FindState opening(Optional<Hit> hit) {
    return new FindState(sort, found, hit, preview, used);
  }

  /// With a look at a chat.
  public FindState with(Preview newer) {
    return new FindState(sort, found, opening, Optional.of(newer), used);
  }

  /// With this command as the one that was chosen last.
  public FindState used(Action action) {
    List<Action> all = new ArrayList<>(List.of(action));
    used.stream().filter(other -> other != action).limit(MOST_USED - 1).forEach(all::add);
    return new FindState(sort, found, opening, preview, List.copyOf(all));
  }
}
