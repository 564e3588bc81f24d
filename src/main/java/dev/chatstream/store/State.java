package dev.chatstream.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the program remembers from one start to the next. A field that is not known is empty.
///
/// @param model the model that was asked last
/// @param host the model server that was chosen last
/// @param list the file of the list that was appended to last
/// @param chat the file of the chat that was appended to last
/// @param sort in which order the chats stand in the picker
/// @param layout how the screen was parted, as the reducers write it
/// @param extra what other versions keep in the file, by key, as JSON text; written back as it is
public record State(
    String model, String host, String list, String chat, String sort, String layout, Map<String, String> extra) {

  /// Nothing is remembered yet.
  public static final State EMPTY = new State("", "", "", "", "", "", Map.of());

  /// Copies the map, so that a state never changes.
  public State {
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /// The same with another model.
  public State withModel(String newModel) {
    return new State(newModel, host, list, chat, sort, layout, extra);
  }

  /// The same with another host.
  public State withHost(String newHost) {
    return new State(model, newHost, list, chat, sort, layout, extra);
  }

  /// The same with another last list.
  public State withList(String newList) {
    return new State(model, host, newList, chat, sort, layout, extra);
  }

  /// The same with the chats in another order.
  public State withSort(String newSort) {
    return new State(model, host, list, chat, newSort, layout, extra);
  }

  /// The same with another last chat.
  public State withChat(String newChat) {
    return new State(model, host, list, newChat, sort, layout, extra);
  }

  /// The same with another layout.
  public State withLayout(String newLayout) {
    return new State(model, host, list, chat, sort, newLayout, extra);
  }
}
