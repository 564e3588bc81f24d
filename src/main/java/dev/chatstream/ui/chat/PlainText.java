package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.markdown.Page;
import dev.chatstream.ui.markdown.Sections;
import dev.chatstream.ui.theme.Glyphs;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;

/// Messages as they were written, one below the other, wrapped where the screen ends; laid out only where somebody
/// looks.
public final class PlainText {

  private final Glyphs glyphs;
  private final Transcript transcript;
  private final Viewport view;
  private final List<Integer> firstItems = new ArrayList<>();
  private int height = 1;
  private int width = 1;

  private PlainText(Glyphs glyphs) {
    this.glyphs = glyphs;
    transcript = new Transcript(new Page(width, glyphs));
    view = new Viewport(transcript, () -> height, () -> 0, by -> {});
  }

  /// These messages from the first one on.
  public static PlainText of(List<Message> messages, Glyphs glyphs) {
    PlainText text = new PlainText(glyphs);
    messages.forEach(message -> text.add(message, messages.size() > 1));
    return text;
  }

  private void add(Message message, boolean named) {
    firstItems.add(transcript.size());
    if (named) {
      String model = message.model().isEmpty() ? "Model" : Sanitizer.line(message.model());
      add((message.role() == Role.USER ? "You" : message.role() == Role.SYSTEM ? "System" : model) + ":");
    }
    add(message.content().stripTrailing());
    if (named) {
      transcript.add(new Item.Blank());
    }
  }

  private void add(String text) {
    Sections sections = Sections.plain();
    sections.grow(text, true);
    for (int i = 0; i < sections.size(); i++) {
      transcript.add(new Item.Said(sections, sections.get(i), ThemeRole.TEXT));
    }
  }

  /// Lays out for this size of the screen; what stands at the top stays there.
  public void setSize(int columns, int rows) {
    if (columns == width && rows == height) {
      return;
    }
    width = columns;
    height = rows;
    transcript.setPage(new Page(width, glyphs));
    view.laidOut();
  }

  /// Begins with this message at the top.
  public void startAt(int message) {
    if (message < firstItems.size()) {
      view.startAt(firstItems.get(message));
    }
  }

  /// Scrolls.
  public void scroll(int rows) {
    view.scrollBy(rows);
  }

  /// To the first row.
  public void toFirst() {
    view.toFirst();
  }

  /// To the last row.
  public void toLast() {
    view.toLast();
  }

  /// What stands in a row of the screen.
  public String line(int row) {
    int line = view.top() + row;
    if (line >= transcript.rows()) {
      return "";
    }
    Transcript.Place place = transcript.at(line);
    if (!(transcript.item(place.item()) instanceof Item.Said said)) {
      return "";
    }
    List<Line> lines = transcript.lines(said);
    return place.line() < lines.size() ? lines.get(place.line()).text() : "";
  }
}
