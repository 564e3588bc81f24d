package dev.chatstream.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Changes an input at random.
final class Mutation {

  private static final byte[][] PIECES = pieces(
      "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "\0", "index", "content", "\uFEFF", "é", "{", "}", "[",
      "]",
      ":", "null", "-1", "9223372036854775808", "1e400", "\\u0000", "\\ud800", "3. User Query - x\n", "sep=;\n", "=",
      "#");

  private Mutation() {}

  static byte[] of(byte[] input, byte[] other, Random random) {
    int at = random.nextInt(input.length + 1);
    int to = Math.min(input.length, at + random.nextInt(8));
    return switch (random.nextInt(7)) {
      case 0 -> joined(input, at, new byte[] {(byte) random.nextInt(256)}, Math.min(input.length, at + 1));
      case 1 -> joined(input, at, PIECES[random.nextInt(PIECES.length)], at);
      case 2 -> joined(input, at, PIECES[random.nextInt(PIECES.length)], to);
      case 3 -> joined(input, at, new byte[0], to);
      case 4 -> joined(input, at, new byte[0], input.length);
      case 5 -> joined(input, at, slice(other, random), at);
      default -> joined(input, at, slice(input, random), at);
    };
  }

  private static byte[] slice(byte[] from, Random random) {
    int begin = random.nextInt(from.length + 1);
    int end = begin + random.nextInt(from.length - begin + 1);
    return Arrays.copyOfRange(from, begin, Math.min(end, begin + 512));
  }

  private static byte[] joined(byte[] input, int until, byte[] piece, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, until);
    out.writeBytes(piece);
    out.write(input, from, input.length - from);
    return out.size() > 8192 ? Arrays.copyOf(out.toByteArray(), 8192) : out.toByteArray();
  }

  private static byte[][] pieces(String... texts) {
    byte[][] pieces = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      pieces[i] = texts[i].getBytes(StandardCharsets.UTF_8);
    }
    return pieces;
  }
}
