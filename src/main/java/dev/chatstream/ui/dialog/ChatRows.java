package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatSort;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Hit;
import dev.chatstream.core.find.Query;
import dev.chatstream.core.find.Span;
import dev.chatstream.core.state.FindState;
import dev.chatstream.term.Sanitizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which chats the picker shows, in which order: those whose titles or texts hold all words, with the place in the
/// text below its chat.
final class ChatRows {

  private final Query query;
  private final ChatSort sort;
  private final Map<String, Hit> hits = new HashMap<>();
  private final Function<ChatSummary, PickerRow<ChatRow>> row;

  /// @param row how a chat is shown
  ChatRows(String searched, FindState find, Function<ChatSummary, PickerRow<ChatRow>> row) {
    Found found = find.found();
    this.sort = find.sort();
    this.query = Query.of(searched);
    this.row = row;
    if (found.typed().equals(searched)) {
      found.hits().forEach(hit -> hits.put(key(hit.file(), hit.chat()), hit));
    }
  }

  /// The rows, grouped.
  List<PickerRow<ChatRow>> of(List<ChatSummary> chats) {
    List<PickerRow<ChatRow>> rows = new ArrayList<>();
    List<ChatSummary> sorted = sort == ChatSort.NEWEST ? chats : chats.stream().sorted(sort.order()).toList();
    add(rows, "Pinned", sorted.stream().filter(chat -> chat.labels().pinned()));
    add(rows, "Never named", sorted.stream().filter(chat -> chat.draft() && !chat.labels().pinned()));
    add(rows, "Saved", sorted.stream().filter(chat -> !chat.draft() && !chat.labels().pinned()));
    return rows;
  }

  private void add(List<PickerRow<ChatRow>> rows, String heading, Stream<ChatSummary> chats) {
    List<ChatSummary> fitting = chats.filter(this::fits).toList();
    if (fitting.isEmpty()) {
      return;
    }
    rows.add(PickerRow.heading(heading));
    for (ChatSummary chat : fitting) {
      PickerRow<ChatRow> line = row.apply(chat);
      rows.add(query.words().isEmpty() ? line : line.marked(query.marks(line.text())));
      hit(chat).ifPresent(hit -> rows.add(quote(chat, hit)));
    }
  }

  private boolean fits(ChatSummary chat) {
    return query.isEmpty()
        || query.tagged(chat.labels().tags())
            && (hit(chat).isPresent() || query.fits(chat.title() + " " + chat.file()));
  }

  private Optional<Hit> hit(ChatSummary chat) {
    return Optional.ofNullable(hits.get(key(chat.file(), chat.id())));
  }

  /// What was found in the text, with the words marked.
  private PickerRow<ChatRow> quote(ChatSummary chat, Hit hit) {
    String text = "  \"" + Sanitizer.line(hit.quote()) + "\"";
    List<Span> marks = query.marks(text);
    return PickerRow.of(new ChatRow(chat, Optional.of(hit)), text, "").marked(marks);
  }

  private static String key(String file, UUID id) {
    return file.isEmpty() ? String.valueOf(id) : file;
  }
}
