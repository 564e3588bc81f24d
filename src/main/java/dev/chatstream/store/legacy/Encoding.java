package dev.chatstream.store.legacy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// How the bytes of a text file are its characters: by its byte order mark, else by what fits. Text that is not UTF-8
/// and has no mark is a guess for each character beyond ASCII.
///
/// @param start bytes of the byte order mark
/// @param sure whether there is no other way to read it
public record Encoding(Charset charset, int start, boolean sure) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int HEAD = 64 * 1024;

  /// Zero bytes on one side of the pairs, for one on the other, that make UTF-16 of a text without a mark.
  private static final int ONE_SIDED = 10;

  /// Finds out from the whole file; its memory doesn't grow with it.
  ///
  /// @throws BadText when it is no text
  public static Encoding of(FileChannel channel) throws IOException {
    byte[] head = new byte[(int) Math.min(HEAD, channel.size())];
    int read = readAt(channel, head, head.length, 0);
    Encoding marked = marked(head, read);
    if (marked != null) {
      return marked;
    }
    Encoding wide = withoutMark(head, read);
    return wide == null ? narrow(channel) : wide;
  }

  /// All characters from the first one on; what can't be read becomes U+FFFD. The caller closes the channel.
  public Reader reader(FileChannel channel) throws IOException {
    channel.position(start);
    return new InputStreamReader(Channels.newInputStream(channel), charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  /// Its name for people; empty for UTF-8.
  public String words() {
    return charset.equals(StandardCharsets.UTF_8) ? "" : charset.name().replace("windows", "Windows");
  }

  private static Encoding marked(byte[] head, int length) {
    int first = length > 1 ? (head[0] & 0xFF) << 8 | head[1] & 0xFF : 0;
    if (length > 2 && first == 0xEFBB && (head[2] & 0xFF) == 0xBF) {
      return new Encoding(StandardCharsets.UTF_8, 3, true);
    }
    return switch (first) {
      case 0xFEFF -> new Encoding(StandardCharsets.UTF_16BE, 2, true);
      case 0xFFFE -> new Encoding(StandardCharsets.UTF_16LE, 2, true);
      default -> null;
    };
  }

  /// ASCII in UTF-16 has a zero in each pair of bytes, on the side that tells the order.
  private static Encoding withoutMark(byte[] head, int length) throws BadText {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      }
    }
    if (even + odd == 0) {
      return null;
    }
    // At least every tenth pair is ASCII in any list: digits, separators, line ends.
    boolean enough = Math.max(even, odd) >= Math.max(1, length / 2 / ONE_SIDED);
    if (enough && odd > ONE_SIDED * even) {
      return new Encoding(StandardCharsets.UTF_16LE, 0, true);
    }
    if (enough && even > ONE_SIDED * odd) {
      return new Encoding(StandardCharsets.UTF_16BE, 0, true);
    }
    throw new BadText("it holds zero bytes: it is no text");
  }

  private static Encoding narrow(FileChannel channel) throws IOException {
    byte[] chunk = new byte[Utf8Check.CHUNK];
    Utf8Check utf8 = new Utf8Check();
    boolean good = true;
    boolean windows = true;
    long beyondAscii = 0;
    long at = 0;
    for (int read = readAt(channel, chunk, chunk.length, 0); read > 0;) {
      good = good && utf8.good(chunk, read);
      for (int i = 0; i < read; i++) {
        if (chunk[i] == 0) {
          throw new BadText("it holds zero bytes: it is no text");
        }
        beyondAscii += chunk[i] < 0 ? 1 : 0;
        windows = windows && !undefinedInWindows(chunk[i] & 0xFF);
      }
      at += read;
      read = readAt(channel, chunk, chunk.length, at);
    }
    // A file whose last character was cut off is UTF-8 all the same, unless that is the only one beyond ASCII.
    return good && (utf8.pending() == 0 || beyondAscii > utf8.pending())
        ? new Encoding(StandardCharsets.UTF_8, 0, true)
        : new Encoding(windows ? WINDOWS : StandardCharsets.ISO_8859_1, 0, false);
  }

  private static boolean undefinedInWindows(int b) {
    return b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
  }

  private static int readAt(FileChannel channel, byte[] into, int length, long at) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    return buffer.position();
  }
}
