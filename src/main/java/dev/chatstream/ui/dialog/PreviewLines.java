package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.find.Preview;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;

/// How a chat looks that is looked at, as lines of a width.
final class PreviewLines {

  /// A line.
  record Line(String text, ThemeRole role) {}

  private PreviewLines() {}

  /// The lines of a preview, as many as there is room for.
  static List<Line> of(Preview preview, int width, int rows) {
    List<Line> lines = new ArrayList<>();
    if (!preview.problem().isEmpty()) {
      add(lines, preview.problem(), ThemeRole.PLACEHOLDER, width, rows);
    }
    int before = 0;
    for (Preview.Part part : preview.parts()) {
      if (part.number() > before + 1) {
        lines.add(new Line("...", ThemeRole.DIM));
      }
      before = part.number();
      boolean user = part.role() == Role.USER;
      lines.add(new Line(part.number() + " " + (user ? "You" : "Model"), user ? ThemeRole.USER : ThemeRole.ASSISTANT));
      add(lines, part.text(), ThemeRole.DIALOG, width, Math.max(2, rows / 4));
      if (lines.size() >= rows) {
        break;
      }
    }
    return lines.subList(0, Math.min(lines.size(), rows));
  }

  private static void add(List<Line> lines, String text, ThemeRole role, int width, int most) {
    WrappedText wrapped = WrappedText.of(Sanitizer.lines(text), Math.max(1, width));
    for (int line = 0; line < Math.min(most, wrapped.lines()); line++) {
      lines.add(new Line(wrapped.line(line), role));
    }
  }
}
