package dev.chatstream.ui.markdown;

import dev.chatstream.term.Sanitizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The languages that are known, from `languages.txt` beside this class; read when the first code is shown.
final class Languages {

  private static final int LONGEST_NAME = 30;

  private static final Map<String, Language> BY_NAME = read();

  private Languages() {}

  /// The language of this name; one without any words when it isn't known.
  static Language named(String name) {
    return BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), Language.NONE);
  }

  /// How many names are known.
  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /// The language's name in what follows a fence: its first word, harmless; empty when there is none.
  static String name(String info) {
    String[] words = info == null ? new String[0] : Sanitizer.line(info).strip().split("[\\s{,:]", 2);
    String name = words.length == 0 ? "" : words[0];
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static Map<String, Language> read() {
    Map<String, Language> all = new HashMap<>();
    try (BufferedReader file = new BufferedReader(new InputStreamReader(
        Languages.class.getResourceAsStream("languages.txt"), StandardCharsets.UTF_8))) {
      file.lines().filter(line -> !line.isBlank() && line.charAt(0) != '%').forEach(line -> add(line, all));
    } catch (IOException broken) {
      throw new UncheckedIOException("the program's own table of languages can't be read", broken);
    }
    return all;
  }

  private static void add(String line, Map<String, Language> all) {
    String[] parts = line.split("\\|", -1);
    List<String> block = words(parts[2]);
    Language language = new Language(
        words(parts[1]),
        block.isEmpty() ? "" : block.getFirst(),
        block.isEmpty() ? "" : block.getLast(),
        words(parts[3]),
        Set.copyOf(words(parts[4])),
        parts.length > 5 && parts[5].strip().equals("any case"));
    words(parts[0]).forEach(name -> all.put(name, language));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : Arrays.stream(text.strip().split("\\s+")).distinct().toList();
  }
}
