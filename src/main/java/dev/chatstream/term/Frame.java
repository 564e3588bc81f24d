package dev.chatstream.term;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of one write to the terminal. One object is filled again and again; it grows, and keeps its size.
public final class Frame {

  private static final int SYNCHRONIZED_FROM = 64;
  private static final byte[] BEGIN = ascii("\u001b[?2026h");
  private static final byte[] POSITION = ascii("\u001b[6n");
  private static final byte[] END = ascii("\u001b[?2026l");

  private byte[] bytes = new byte[16 * 1024];
  private int start = BEGIN.length;
  private int end = BEGIN.length;
  private boolean asks;

  Frame() {}

  /// The array that holds the frame from [#offset()] on; valid until the next frame is asked for.
  public byte[] bytes() {
    return bytes;
  }

  /// Where in [#bytes()] the frame begins.
  public int offset() {
    return start;
  }

  /// How many bytes; 0 when the screen already shows everything.
  public int length() {
    return end - start;
  }

  /// True if it ends with the question where the cursor is, so that the answer tells when the terminal has it.
  public boolean asks() {
    return asks;
  }

  /// Adds that question.
  void ask() {
    put(POSITION);
    asks = true;
  }

  void clear() {
    asks = false;
    start = BEGIN.length;
    end = start;
  }

  /// Asks the terminal to show a longer frame at once (DEC mode 2026); for short ones the asking costs more.
  Frame close() {
    if (length() > SYNCHRONIZED_FROM) {
      put(END);
      start = 0;
      System.arraycopy(BEGIN, 0, bytes, 0, BEGIN.length);
    }
    return this;
  }

  void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, end, more.length);
    end += more.length;
  }

  void put(int one) {
    room(1);
    bytes[end++] = (byte) one;
  }

  /// A control sequence with up to two numbers; a number below 0 is left out.
  void control(int first, int second, char last) {
    put(0x1B);
    put('[');
    number(first);
    if (second >= 0) {
      put(';');
      number(second);
    }
    put(last);
  }

  private void number(int number) {
    if (number >= 10) {
      number(number / 10);
    }
    if (number >= 0) {
      put('0' + number % 10);
    }
  }

  private void room(int more) {
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
