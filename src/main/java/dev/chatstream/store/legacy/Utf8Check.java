package dev.chatstream.store.legacy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Checks that a stream of bytes is UTF-8, also where a character lies across two chunks.
public final class Utf8Check {

  /// The most bytes that one call takes.
  public static final int CHUNK = 256 * 1024;

  private static final int LONGEST_CHARACTER = 4;

  private final CharsetDecoder decoder = StandardCharsets.UTF_8
      .newDecoder()
      .onMalformedInput(CodingErrorAction.REPORT)
      .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer in = ByteBuffer.allocate(CHUNK + LONGEST_CHARACTER);
  private final CharBuffer out = CharBuffer.allocate(CHUNK + LONGEST_CHARACTER);

  /// Takes the next bytes, at most [#CHUNK]. After a false nothing more may be given.
  ///
  /// @return whether all is UTF-8 so far
  public boolean good(byte[] bytes, int length) {
    in.put(bytes, 0, length).flip();
    CoderResult result = decoder.decode(in, out.clear(), false);
    in.compact();
    return !result.isError();
  }

  /// Bytes of a last character that is not whole; 0 when it is.
  public int pending() {
    return in.position();
  }
}
