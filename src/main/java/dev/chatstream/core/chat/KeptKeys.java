package dev.chatstream.core.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Copies maps of keys that a file holds and this program does not know. Unlike [Map#copyOf] it keeps their order and
/// allows null, which JSON has.
final class KeptKeys {

  private KeptKeys() {}

  static Map<String, Object> copy(Map<String, Object> keys) {
    return keys.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }
}
