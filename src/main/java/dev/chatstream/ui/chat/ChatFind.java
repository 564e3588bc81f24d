package dev.chatstream.ui.chat;

import dev.chatstream.core.find.Needle;
import dev.chatstream.core.find.Query;
import dev.chatstream.core.find.Span;
import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Finds words in the messages of the chat, and goes from one place to the next. The texts of the messages are
/// searched; only what is then looked at is laid out.
final class ChatFind {

  /// More places than that are not counted.
  static final int MOST = 10_000;

  private static final Query NOTHING = new Query(List.of(), List.of());

  private final Transcript transcript;
  private final TranscriptFeed feed;
  private final ChatCursor cursor;
  private final Viewport view;
  private final List<Place> places = new ArrayList<>();
  private Query query = NOTHING;
  private String typed = "";
  private int current = -1;

  private record Place(int message, Span span) {}

  ChatFind(Transcript transcript, TranscriptFeed feed, ChatCursor cursor, Viewport view) {
    this.transcript = transcript;
    this.feed = feed;
    this.cursor = cursor;
    this.view = view;
  }

  /// Looks for what was typed, as it stands there; goes to the first place from what is in sight on.
  void typed(String text) {
    boolean narrower = !typed.isEmpty() && text.startsWith(typed) && places.size() < MOST;
    Set<Integer> before = narrower ? messages() : Set.of();
    typed = text;
    query = new Query(Needle.of(text).map(List::of).orElse(List.of()), List.of());
    int from = feed.messages() == 0 ? 0 : feed.messageAt(transcript.at(view.top()).item());
    search(narrower ? before : all());
    current = places.isEmpty() ? -1 : from(from);
    reveal();
  }

  /// Marks these words, each by itself, and shows this message.
  void words(String words, UUID message) {
    typed = "";
    query = new Query(Query.of(words).words(), List.of());
    search(all());
    int index = index(message);
    if (index < 0) {
      return;
    }
    current = from(index);
    if (current >= 0 && places.get(current).message() == index) {
      reveal();
    } else {
      cursor.select(index);
      view.show(new Transcript.Place(feed.from(index), 0));
    }
  }

  /// Messages came or went.
  void changed() {
    search(all());
    current = Math.min(current, places.size() - 1);
  }

  /// Looks for nothing any more.
  void end() {
    typed = "";
    query = NOTHING;
    places.clear();
    current = -1;
  }

  /// The next place, or the one before; round the end.
  void step(int by) {
    if (!places.isEmpty()) {
      current = Math.floorMod(current + by, places.size());
      reveal();
    }
  }

  /// What is marked in this line.
  List<Span> marks(Line line) {
    return query.words().isEmpty() ? List.of() : query.marks(line.text());
  }

  /// Which of how many places: `1/4`.
  String standing() {
    String more = places.size() >= MOST ? "+" : "";
    return query.words().isEmpty() ? "" : places.isEmpty() ? "none" : current + 1 + "/" + places.size() + more;
  }

  private void search(Set<Integer> messages) {
    places.clear();
    for (int message : messages) {
      String text = feed.message(message).map(said -> said.content()).orElse("");
      for (Span span : query.words().isEmpty() ? List.<Span> of() : query.marks(text)) {
        if (places.size() < MOST) {
          places.add(new Place(message, span));
        }
      }
    }
  }

  private Set<Integer> all() {
    Set<Integer> all = new TreeSet<>();
    for (int message = 0; message < feed.messages(); message++) {
      all.add(message);
    }
    return all;
  }

  private Set<Integer> messages() {
    Set<Integer> with = new TreeSet<>();
    places.forEach(place -> with.add(place.message()));
    return with;
  }

  /// The first place in this message or after it; the first of all where there is none.
  private int from(int message) {
    for (int place = 0; place < places.size(); place++) {
      if (places.get(place).message() >= message) {
        return place;
      }
    }
    return places.isEmpty() ? -1 : 0;
  }

  private int index(UUID id) {
    for (int message = 0; message < feed.messages(); message++) {
      if (feed.id(message).equals(id)) {
        return message;
      }
    }
    return -1;
  }

  private void reveal() {
    if (current < 0) {
      return;
    }
    Place place = places.get(current);
    Optional<Integer> item = item(place);
    cursor.select(place.message());
    if (item.isPresent()) {
      cursor.selectBlock(item.get());
    }
    int shown = item.orElse(feed.from(place.message()));
    view.show(new Transcript.Place(shown, line(shown, place)));
  }

  /// The item in which this place is.
  private Optional<Integer> item(Place place) {
    for (int item = feed.from(place.message()); item < feed.to(place.message()); item++) {
      if (transcript.item(item) instanceof Item.Said said && said.role() != ThemeRole.THINKING
          && said.section().holds(place.span().start())) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  /// The line of the item in which it is: as many marks lie before it there as in the text.
  private int line(int item, Place place) {
    if (!(transcript.item(item) instanceof Item.Said said)) {
      return 0;
    }
    int before = 0;
    for (int other = current - 1; other >= 0 && places.get(other).message() == place.message()
        && said.section().holds(places.get(other).span().start()); other--) {
      before++;
    }
    List<Line> lines = transcript.lines(said);
    transcript.changed(item);
    for (int line = 0; line < lines.size(); line++) {
      int marks = marks(lines.get(line)).size();
      if (marks > before) {
        return line;
      }
      before -= marks;
    }
    return 0;
  }
}
