package dev.chatstream.core.state;

/// The panels that can have the focus, in the order of Tab.
public enum Panel {
  INPUT,
  CHAT,
  LISTS,
  LOG
}
