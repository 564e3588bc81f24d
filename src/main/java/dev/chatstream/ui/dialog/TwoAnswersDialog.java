package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Turn;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.markdown.Page;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Two answers to one question, while they come and after: in two columns where there is room, else one below the
/// other. One of them is kept on the path.
final class TwoAnswersDialog extends DialogWindow {

  private static final int SIDE_BY_SIDE = 96;
  private static final int GAP = 3;
  private static final int MOST_ROWS = 40;

  private final Dialog.TwoAnswers answers;
  private final AnswerText first = new AnswerText();
  private final AnswerText second = new AnswerText();
  private int up;

  TwoAnswersDialog(Dialog.TwoAnswers answers, Look look, AppState state, Consumer<Event> out) {
    super("Two answers", look, state, out);
    this.answers = answers;
    update();
  }

  @Override
  public int widest() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int rowsWanted() {
    return MOST_ROWS;
  }

  /// Costs what came since the last time, not what the answers are long.
  @Override
  protected void update() {
    show(first, answers.first());
    show(second, answers.second());
  }

  private void show(AnswerText text, UUID answer) {
    ChatState chat = state().chat();
    Optional<Turn> coming = Stream.of(chat.turn(), chat.steering().second())
        .flatMap(Optional::stream)
        .filter(turn -> turn.answer().equals(answer))
        .findFirst();
    if (coming.isPresent()) {
      text.grow(coming.get());
    } else if (!text.ended(chat.chat())) {
      text.end(chat.chat(), ChatTree.of(chat.chat()).message(answer));
    }
  }

  private boolean beside() {
    return bodyWidth() >= SIDE_BY_SIDE;
  }

  private int column() {
    return beside() ? (bodyWidth() - GAP) / 2 : bodyWidth();
  }

  private Page page() {
    return new Page(column(), look().glyphs());
  }

  private int rowsEach() {
    return Math.max(1, beside() ? bodyHeight() - 1 : (bodyHeight() - 2) / 2);
  }

  @Override
  protected String keysLine() {
    List<String> hints = new ArrayList<>(List.of("1 or 2 goes on with that one"));
    if (coming()) {
      hints.add("x stops 1, y stops 2");
    }
    hints.add(hint(Context.DIALOG, Motion.UP, "scrolls"));
    hints.add(hint(Context.DIALOG, Motion.BACK, "closes"));
    return keys(hints.toArray(String[]::new));
  }

  private boolean coming() {
    ChatState chat = state().chat();
    return chat.turn().isPresent() || chat.steering().second().isPresent();
  }

  @Override
  public boolean press(Key key) {
    Optional<Choice> choice = key.typed() ? choice(key.text()) : Optional.empty();
    if (choice.isPresent()) {
      choose(choice.get());
      return true;
    }
    Optional<Motion> motion = look().keys().motion(Context.DIALOG, key);
    if (motion.isEmpty()) {
      return false;
    }
    markDirty();
    int longest = Math.max(first.lines(page()), second.lines(page()));
    int most = Math.max(0, longest - rowsEach());
    switch (motion.get()) {
      case UP -> up = Math.min(most, up + 1);
      case DOWN -> up = Math.max(0, up - 1);
      case PAGE_UP -> up = Math.min(most, up + rowsEach());
      case PAGE_DOWN -> up = Math.max(0, up - rowsEach());
      case FIRST -> up = most;
      case LAST -> up = 0;
      case BACK -> leave();
      default -> {
        return false;
      }
    }
    return true;
  }

  private Optional<Choice> choice(String letter) {
    return switch (letter) {
      case "1", "a" -> Optional.of(new Choice.KeepAnswer(answers.first()));
      case "2", "b" -> Optional.of(new Choice.KeepAnswer(answers.second()));
      case "x" -> Optional.of(new Choice.StopAnswer(answers.first()));
      case "y" -> Optional.of(new Choice.StopAnswer(answers.second()));
      default -> Optional.empty();
    };
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    int rows = rowsEach();
    if (beside()) {
      String left = Columns.left(words(first, "1 ", row, rows), column());
      line(painter, left + " ".repeat(GAP) + words(second, "2 ", row, rows), style(role(row)));
      return;
    }
    boolean upper = row <= rows;
    int within = upper ? row : row - rows - 1;
    line(painter, words(upper ? first : second, upper ? "1 " : "2 ", within, rows), style(role(within)));
  }

  private static ThemeRole role(int row) {
    return row == 0 ? ThemeRole.TITLE : ThemeRole.DIALOG;
  }

  /// Row 0 is the heading; the text below it ends at its end unless somebody has scrolled up.
  private String words(AnswerText text, String number, int row, int rows) {
    if (row == 0) {
      return number + text.heading();
    }
    int top = Math.max(0, text.lines(page()) - rows - up);
    int line = top + row - 1;
    return row <= rows && line < text.lines(page()) ? text.line(line, page()) : "";
  }
}
