package dev.chatstream.core.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a person looks for: all of these words, in any order, and only in chats with these tags.
///
/// @param words folded
/// @param tags folded; a tag that is looked for may be the beginning of the one that a chat has
public record Query(List<Needle> words, List<String> tags) {

  private static final String TAG = "tag:";
  private static final int MOST_WORDS = 16;

  /// Copies what it is given.
  public Query {
    words = List.copyOf(words);
    tags = List.copyOf(tags);
  }

  /// What was typed: words with blanks between them; `tag:x` is a tag.
  public static Query of(String typed) {
    List<Needle> words = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (String part : typed.strip().split("\\s+", MOST_WORDS + 1)) {
      String folded = Folding.fold(part);
      if (folded.startsWith(TAG)) {
        tags.add(folded.substring(TAG.length()));
      } else if (words.size() < MOST_WORDS) {
        Needle.of(part).ifPresent(words::add);
      }
    }
    return new Query(words, tags);
  }

  /// Whether nothing is looked for.
  public boolean isEmpty() {
    return words.isEmpty() && tags.isEmpty();
  }

  /// Whether all words stand in this text.
  public boolean fits(CharSequence text) {
    return words.stream().allMatch(word -> word.in(text));
  }

  /// Whether each tag that is wanted is among these.
  public boolean tagged(Collection<String> have) {
    return tags.stream().allMatch(wanted -> have.stream().anyMatch(tag -> Folding.fold(tag).startsWith(wanted)));
  }

  /// Where words stand in this text, from left to right, none over another.
  public List<Span> marks(CharSequence text) {
    List<Span> all = new ArrayList<>();
    words.forEach(word -> all.addAll(word.all(text, text.length())));
    all.sort(Comparator.comparingInt(Span::start).thenComparing(Comparator.comparingInt(Span::end).reversed()));
    List<Span> apart = new ArrayList<>();
    int end = 0;
    for (Span span : all) {
      if (span.start() >= end) {
        apart.add(span);
        end = span.end();
      }
    }
    return apart;
  }

  /// The first place of any word from this character on.
  public Optional<Span> first(CharSequence text, int from) {
    return words.stream()
        .flatMap(word -> word.find(text, from).stream())
        .min(Comparator.comparingInt(Span::start));
  }
}
