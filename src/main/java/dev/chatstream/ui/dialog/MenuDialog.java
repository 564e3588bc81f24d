package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.VirtualList;
import dev.chatstream.term.Sanitizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// A dialog of a sentence and some options, each with a letter that chooses it.
public abstract class MenuDialog extends DialogWindow {

  private static final int LABEL_WIDTH = 20;

  /// One of the options.
  ///
  /// @param letter chooses it at once; [#NO_LETTER] where none does
  /// @param label what it does
  /// @param note more about it
  /// @param event what is told when it is chosen
  /// @param works false greys it; then its event says why
  protected record Option(String letter, String label, String note, Event event, boolean works) {

    /// For a dialog that may open while somebody types.
    static final String NO_LETTER = "";

    /// One that works.
    protected Option(String letter, String label, String note, Event event) {
      this(letter, label, note, event, true);
    }

    /// One that can't be chosen now.
    protected static Option greyed(String letter, String label, Look look, Phrase why) {
      return new Option(letter, label, look.words(why), new Event.Said(why), false);
    }
  }

  private final VirtualList list = new VirtualList();

  /// A menu that shows this state.
  protected MenuDialog(String title, Look look, AppState state, Consumer<Event> out) {
    super(title, look, state, out);
  }

  /// What happened.
  protected abstract String sentence();

  /// What can be done.
  protected abstract List<Option> options();

  /// A line below the options; empty for none.
  protected String footer() {
    return "";
  }

  /// Esc.
  protected void back() {
    leave();
  }

  @Override
  public int rowsWanted() {
    return sentenceLines().lines() + 1 + options().size() + (footer().isEmpty() ? 0 : 2);
  }

  private WrappedText sentenceLines() {
    return WrappedText.of(Sanitizer.lines(sentence()), Math.min(WIDEST, Math.max(width(), 20)) - 2 * left());
  }

  @Override
  protected String keysLine() {
    StringBuilder keys = new StringBuilder(hint(Context.DIALOG, Motion.CHOOSE, "choose"));
    for (Option option : options().stream().filter(Option::works).filter(each -> !each.letter().isEmpty()).toList()) {
      keys.append(' ').append(look().glyphs().dot()).append(' ').append(option.letter()).append(' ')
          .append(firstWord(option.label()));
    }
    return keys.toString();
  }

  private static String firstWord(String label) {
    int end = 0;
    while (end < label.length() && Character.isLetter(label.charAt(end))) {
      end++;
    }
    return label.substring(0, end).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean press(Key key) {
    list.setRows(options().size(), row -> true);
    for (Option option : options()) {
      if (key.typed() && key.text().equalsIgnoreCase(option.letter())) {
        say(option.event());
        return true;
      }
    }
    Optional<Motion> motion = look().keys().motion(Context.DIALOG, key);
    if (motion.isEmpty()) {
      return false;
    }
    markDirty();
    return switch (motion.get()) {
      case CHOOSE -> {
        say(options().get(Math.max(0, list.current())).event());
        yield true;
      }
      case BACK -> {
        back();
        yield true;
      }
      default -> list.move(motion.get());
    };
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    WrappedText words = sentenceLines();
    List<Option> options = options();
    int option = row - words.lines() - 1;
    if (row < words.lines()) {
      line(painter, words.line(row), style(ThemeRole.DIALOG));
    } else if (option >= 0 && option < options.size()) {
      paintOption(options.get(option), option == Math.max(0, list.current()), painter);
    } else {
      line(painter, option == options.size() + 1 ? footer() : "", style(ThemeRole.DIM));
    }
  }

  private void paintOption(Option option, boolean current, RowPainter painter) {
    int longest = options().stream().mapToInt(each -> each.label().length()).max().orElse(0);
    int label = Math.min(Math.max(LABEL_WIDTH, longest + 1), option.note().isEmpty() ? bodyWidth() : bodyWidth() / 2);
    String text = (current ? "> " : "  ") + Columns.left(option.label(), label) + option.note();
    ThemeRole usual = option.works() ? ThemeRole.DIALOG : ThemeRole.DIM;
    line(painter, text, style(current ? ThemeRole.SELECTION : usual));
  }
}
