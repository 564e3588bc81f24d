package dev.chatstream.store.chat;

import dev.chatstream.core.find.Hit;
import dev.chatstream.core.find.Needle;
import dev.chatstream.core.find.Query;
import dev.chatstream.core.find.Quote;
import dev.chatstream.core.find.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Whether all words stand in one chat, and in which message most of them do.
final class ChatMatch implements ChatTexts.Visitor {

  private final Query query;
  private final BooleanSupplier wanted;
  private final Set<Needle> met = new HashSet<>();
  private String title = "";
  private ChatTexts.Text best;
  private String quote = "";
  private int most;

  ChatMatch(Query query, BooleanSupplier wanted) {
    this.query = query;
    this.wanted = wanted;
  }

  @Override
  public void title(String text) {
    title = text;
  }

  @Override
  public boolean message(ChatTexts.Text text) {
    int words = 0;
    for (Needle word : query.words()) {
      if (word.in(text.content())) {
        met.add(word);
        words++;
      }
    }
    if (words > most) {
      most = words;
      best = new ChatTexts.Text(text.id(), text.index(), text.role(), "");
      quote = Quote.of(text.content(), query.first(text.content(), 0).orElse(new Span(0, 0)));
    }
    return wanted.getAsBoolean() && most < query.words().size();
  }

  /// The hit; empty when words are missing, or none stands in the text.
  Optional<Hit> hit(String file, UUID chat) {
    boolean all = query.words().stream().allMatch(word -> met.contains(word) || word.in(title));
    return all && most > 0
        ? Optional.of(new Hit(file, chat, best.id(), best.index(), quote))
        : Optional.empty();
  }
}
