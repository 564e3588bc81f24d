package dev.chatstream.core.input;

/// The keys that a terminal can tell apart.
public enum KeyCode {
  TEXT,
  PASTE,
  ENTER,
  TAB,
  ESCAPE,
  BACKSPACE,
  DELETE,
  INSERT,
  UP,
  DOWN,
  LEFT,
  RIGHT,
  HOME,
  END,
  PAGE_UP,
  PAGE_DOWN,
  F1,
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F8,
  F9,
  F10,
  F11,
  F12,
  /// The wheel, where the terminal reports it.
  WHEEL_UP,
  WHEEL_DOWN,
  /// A sequence that means nothing to us; it is swallowed whole.
  UNKNOWN
}
