package dev.chatstream.store.list;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of one cell while a file is walked; used again for each row, so that a million rows make no garbage.
final class CellBytes {

  private static final int FIRST = 32;

  private byte[] bytes = new byte[FIRST];
  private int size;

  void add(byte b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = b;
  }

  void add(byte[] more, int from, int length) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
    }
    System.arraycopy(more, from, bytes, size, length);
    size += length;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /// One of them, from 0.
  byte at(int place) {
    return bytes[place];
  }

  /// Whether this is the text, in ASCII.
  boolean is(String ascii) {
    if (size != ascii.length()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (bytes[i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// A whole number as [ListScan#index] reads it; what is longer than usual is read there.
  long number() {
    if (size == 0 || size > 18) {
      return ListScan.index(text());
    }
    long number = 0;
    for (int i = 0; i < size; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return ListScan.index(text());
      }
      number = 10 * number + digit;
    }
    return number;
  }

  String text() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
