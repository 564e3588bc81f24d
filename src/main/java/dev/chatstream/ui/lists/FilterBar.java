package dev.chatstream.ui.lists;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.table.FilterProblem;
import dev.chatstream.core.table.FilterText;
import dev.chatstream.core.table.TableFacts;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.TextEditor;
import java.util.List;
import java.util.Optional;

/// The filter of the table while it is typed, and as long as there is one. What is wrong in it is marked where it
/// stands, and said in its place at the right.
final class FilterBar {

  private static final String LABEL = " filter: ";

  private final Look look;
  private final TextEditor field = new TextEditor();
  private boolean typing;
  private List<String> offered = List.of();
  private int offer;
  private String completedFrom = "";

  FilterBar(Look look) {
    this.look = look;
    field.setWidth(Integer.MAX_VALUE);
  }

  boolean typing() {
    return typing;
  }

  boolean shown() {
    return typing || !field.isEmpty();
  }

  void begin() {
    typing = true;
  }

  void clear() {
    field.set("");
    typing = false;
  }

  String text() {
    return field.text();
  }

  /// Another filter is on than was typed here; nobody is interrupted in typing.
  void follow(String text) {
    if (!typing && !field.text().strip().equals(text)) {
      field.set(text);
    }
  }

  /// What is wrong in it.
  Optional<FilterProblem> problem(TableFacts facts) {
    return FilterText.of(field.text(), facts.columns()).problem();
  }

  /// Takes a key while it is typed.
  ///
  /// @return false when it means nothing in a field
  boolean press(Key key, TableFacts facts) {
    if (key.code() == KeyCode.ENTER) {
      typing = false;
      return true;
    }
    if (key.code() == KeyCode.ESCAPE) {
      clear();
      return true;
    }
    if (key.code() == KeyCode.TAB) {
      complete(facts);
      return true;
    }
    offered = List.of();
    if (key.typed() || key.code() == KeyCode.PASTE) {
      field.insert(key.text().replace('\n', ' '));
      return true;
    }
    return look.keys().motion(Context.INPUT, key)
        .filter(motion -> motion != Motion.NEW_LINE)
        .map(field::move)
        .orElse(false);
  }

  /// Again gives the next one.
  private void complete(TableFacts facts) {
    if (offered.isEmpty()) {
      completedFrom = field.text();
      offered = FilterText.completions(completedFrom, facts.columns());
      offer = -1;
    }
    if (!offered.isEmpty()) {
      offer = (offer + 1) % offered.size();
      field.set(FilterText.completed(completedFrom, offered.get(offer)));
    }
  }

  int caret(int width) {
    return Math.min(width - 1, LABEL.length() + field.caretColumn());
  }

  void paint(TableFacts facts, RowPainter painter) {
    Optional<FilterProblem> problem = problem(facts);
    String right = problem.map(FilterProblem::sentence)
        .orElseGet(() -> Words.grouped(facts.shown()) + " of " + Words.grouped(facts.rows()));
    int room = Math.max(0, painter.width() - LABEL.length() - DisplayWidth.of(field.text()) - 3);
    CellStyle style = look.style(typing ? ThemeRole.INPUT : ThemeRole.TEXT);
    int from = painter.text(0, LABEL, look.style(ThemeRole.ACCENT));
    painter.fill(painter.text(from, field.text(), style), style);
    problem.ifPresent(wrong -> mark(wrong, from, painter));
    if (DisplayWidth.of(right) <= room) {
      painter.text(painter.width() - 1 - DisplayWidth.of(right), right,
          look.style(problem.isPresent() ? ThemeRole.WARNING : ThemeRole.DIM));
    }
  }

  private void mark(FilterProblem wrong, int from, RowPainter painter) {
    String text = field.text();
    int start = Math.min(wrong.start(), text.length());
    int end = Math.min(wrong.end(), text.length());
    painter.text(from + DisplayWidth.of(text.substring(0, start)), text.substring(start, end),
        look.style(ThemeRole.ERROR));
  }
}
