package dev.chatstream.bench;

/// Text such as a model answers with.
final class Samples {

  private static final String PARAGRAPH = """
      A virtual thread is cheap: it is an object on the heap, and not a thread of the operating system. When it \
      waits for a socket, the carrier below it goes on with another one. So a program can have one for each request \
      (even 100,000 of them) and still be read from top to bottom, as if it did only one thing at a time. What it \
      should not do is hold a lock around something slow, or keep large things in a ThreadLocal.

      """;

  private Samples() {}

  /// Prose, in paragraphs, of at least this many characters.
  static String prose(int characters) {
    return PARAGRAPH.repeat(characters / PARAGRAPH.length() + 1);
  }

  /// The paragraph in pieces as models send them: mostly a word with the space before it.
  static String[] tokens() {
    return PARAGRAPH.split("(?= )");
  }

  /// Lines of 60 to 180 columns. Neighbours differ nearly everywhere, as those of a real text do.
  static String[] lines(int count) {
    String prose = prose(count * 37 + 180).replace('\n', ' ');
    String[] lines = new String[count];
    for (int line = 0; line < count; line++) {
      lines[line] = prose.substring(line * 37, line * 37 + 60 + line * 53 % 121);
    }
    return lines;
  }
}
