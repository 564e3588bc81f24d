package dev.chatstream.ui.chat;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.TopRule;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.markdown.Page;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The chat: a rule, and below it the transcript, which follows its end until somebody scrolls up.
public final class ChatWindow extends PanelWindow {

  private static final int WIDEST_TEXT = 100;
  private static final int RULE_ROWS = 1;
  /// The text's distance from the window's left edge.
  private static final int INDENT = 2;
  private static final Phrase EMPTY = Phrase.of("Ask something below.")
      .then(Action.OPEN, "opens an earlier chat,")
      .then(Action.MODEL, "chooses the model.");
  private static final int TABS_WIDTH = 40;
  private static final Phrase NO_VERSIONS = Phrase.of("No message in sight has another version.")
      .then(Action.BRANCHES, "shows all branches.");

  private final Look look;
  private final TopRule rule;
  private final Consumer<Event> out;
  private final Transcript transcript;
  private final TranscriptFeed feed;
  private AppState state;
  private boolean alone = true;
  private boolean bare;
  private boolean follow = true;
  private Transcript.Place anchor = new Transcript.Place(0, 0);
  private int top;

  /// An empty chat.
  public ChatWindow(Look look, AppState state, Consumer<Event> out) {
    super("Chat");
    this.out = out;
    this.look = look;
    this.rule = new TopRule(look);
    this.state = state;
    this.transcript = new Transcript(new Page(1, look.glyphs()));
    this.feed = new TranscriptFeed(look, transcript);
  }

  /// Tells whether this is the only window on the screen, and whether there is no room for its rule.
  public void setFrame(boolean onlyOne, boolean withoutRule) {
    alone = onlyOne;
    bare = withoutRule;
    markDirty();
  }

  /// Wraps to the window's width; the message at the top stays there.
  public void layoutText() {
    transcript.setPage(page());
    transcript.settle(anchor, 0, visibleRows());
    scrollTo(follow ? lastTop() : Math.min(transcript.row(anchor), lastTop()));
    markDirty();
  }

  /// Shows this state; paints again only what differs.
  public void show(AppState newState) {
    AppState before = state;
    state = newState;
    if (before.chat() != newState.chat()) {
      boolean other = !before.chat().chat().id().equals(newState.chat().chat().id());
      int rowsBefore = transcript.rows();
      int changed = feed.show(newState.chat());
      // The line that was held back before what is new now.
      int first = look.slow() ? Math.max(0, changed - 1) : changed;
      follow |= other;
      if (rowsBefore == 0 || transcript.size() == 0 || other) {
        markDirty();
      }
      changedFrom(first, rowsBefore);
    }
    if (ruleDiffers(before, newState)) {
      markDirty(0, ruleRows());
    }
  }

  /// True while the end of the chat is in sight and stays so.
  public boolean following() {
    return follow;
  }

  /// How many rows are hidden below.
  public int rowsBelow() {
    return Math.max(0, lastTop() - top);
  }

  /// Scrolls.
  ///
  /// @return false when the motion means nothing here
  public boolean move(Motion motion) {
    int page = Math.max(1, visibleRows() - 1);
    switch (motion) {
      case UP, SCROLL_UP -> scrollBy(-1);
      case DOWN, SCROLL_DOWN -> scrollBy(1);
      case PAGE_UP -> scrollBy(-page);
      case PAGE_DOWN -> scrollBy(page);
      case FIRST -> toFirst();
      case LAST -> toLast();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean press(Key key) {
    Optional<Motion> motion = look.keys().motion(Context.CHAT, key);
    if (motion.filter(Motion.BACK::equals).isPresent()) {
      out.accept(new Event.ActionTriggered(Action.CHAT));
      return true;
    }
    if (motion.isPresent() && versions(motion.get())) {
      return true;
    }
    return motion.isPresent() && move(motion.get());
  }

  /// Walks the versions of the message in sight that has some, the last one where there are several.
  private boolean versions(Motion motion) {
    boolean walks = motion == Motion.OLDER_VERSION || motion == Motion.NEWER_VERSION;
    if (motion == Motion.REVISE) {
      out.accept(new Event.ActionTriggered(Action.REVISE));
    } else if (walks) {
      int last = transcript.at(top + visibleRows() - 1).item();
      int by = motion == Motion.OLDER_VERSION ? -1 : 1;
      out.accept(feed.forked(last, transcript.at(top).item())
          .<Event> map(message -> new Event.Chosen(new Choice.Sibling(message, by)))
          .orElseGet(() -> new Event.Said(NO_VERSIONS)));
    }
    return walks || motion == Motion.REVISE;
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    if (row < ruleRows()) {
      paintRule(painter);
      return;
    }
    int line = top + row - ruleRows();
    if (transcript.size() == 0) {
      paintEmpty(row - ruleRows(), painter);
    } else if (line < transcript.rows()) {
      paintLine(transcript.at(line), painter);
    } else {
      painter.fill(0, look.style(ThemeRole.TEXT));
    }
  }

  private void paintRule(RowPainter painter) {
    String title = state.chat().chat().title();
    int messages = state.chat().chat().conversation().size();
    String count = " " + look.glyphs().dot() + " " + Words.count(messages, "message");
    int room = Math.max(8, painter.width() - TABS_WIDTH - count.length());
    String right = messages == 0 && title.isEmpty()
        ? ""
        : Columns.cut(title.isEmpty() ? "not named" : title, room, look.glyphs().more()) + count;
    if (alone) {
      rule.all(painter, state, right);
    } else {
      rule.one(painter, 0, "1 Chat", focused(state), right);
    }
  }

  private void paintEmpty(int row, RowPainter painter) {
    painter.fill(0, look.style(ThemeRole.TEXT));
    WrappedText words = WrappedText.of(look.words(EMPTY), textWidth());
    if (row > 0 && row <= words.lines()) {
      painter.text(INDENT, words.line(row - 1), look.style(ThemeRole.PLACEHOLDER));
    }
  }

  private void paintLine(Transcript.Place place, RowPainter painter) {
    switch (transcript.item(place.item())) {
      case Item.Said said -> paintSaid(said, place.line(), painter);
      case Item.Heading heading when place.line() == heading.rows(page()) - 1 -> paintHeading(heading, painter);
      case Item.Heading _ -> painter.fill(0, look.style(ThemeRole.TEXT));
    }
  }

  private void paintSaid(Item.Said said, int number, RowPainter painter) {
    List<Line> lines = transcript.lines(said);
    int at = painter.text(0, " ".repeat(INDENT), look.style(ThemeRole.TEXT));
    if (number < lines.size() && !heldBack(said, number, lines.size())) {
      for (Line.Run run : lines.get(number).runs()) {
        ThemeRole role = run.ink().role() == ThemeRole.TEXT ? said.role() : run.ink().role();
        at = painter.text(at, run.text(), run.ink().over(look.style(role)));
      }
    }
    painter.fill(at, look.style(ThemeRole.TEXT));
  }

  /// Over a slow line a line is shown when it is whole.
  private boolean heldBack(Item.Said said, int number, int lines) {
    return look.slow() && number == lines - 1 && feed.grows(said);
  }

  private void paintHeading(Item.Heading block, RowPainter painter) {
    int room = Math.min(painter.width(), WIDEST_TEXT + 2 * INDENT) - INDENT;
    int noteWidth = DisplayWidth.of(block.note());
    String name = Columns.cut(block.name(), Math.max(1, room - noteWidth - 3), look.glyphs().more());
    int at = painter.text(painter.text(0, "  ", look.style(ThemeRole.TEXT)), name, look.style(block.role()));
    int gap = Math.max(1, room - at - noteWidth + 1);
    at = painter.text(at, " ".repeat(gap), look.style(ThemeRole.TEXT));
    painter.fill(painter.text(at, block.note(), look.style(ThemeRole.DIM)), look.style(ThemeRole.TEXT));
  }

  private void changedFrom(int item, int rowsBefore) {
    if (item >= transcript.size() && rowsBefore == transcript.rows() && !follow) {
      return;
    }
    int before = top;
    int target = follow ? followTop() : transcript.row(anchor);
    int firstRow = item < transcript.size() ? transcript.row(new Transcript.Place(item, 0)) : transcript.rows();
    scrollTo(target);
    if (before == top) {
      dirtyRows(firstRow, Math.max(rowsBefore, transcript.rows()) + 1);
    }
    markDirty(Math.max(ruleRows(), height() - 1), height());
  }

  private void toFirst() {
    transcript.settle(new Transcript.Place(0, 0), 0, visibleRows());
    follow = lastTop() == 0;
    scrollTo(0);
  }

  private void toLast() {
    follow = true;
    scrollTo(lastTop());
  }

  /// What comes into sight is laid out first, so that rows are counted exactly; what stands at the top may get another
  /// number by that.
  private void scrollBy(int rows) {
    transcript.settle(anchor, Math.max(0, -rows), Math.max(0, rows) + visibleRows());
    top = transcript.size() == 0 ? 0 : transcript.row(anchor);
    int target = Math.clamp(top + rows, 0, lastTop());
    follow = target >= lastTop();
    scrollTo(target);
  }

  private void scrollTo(int row) {
    int target = Math.clamp(row, 0, lastTop() + jump());
    int by = target - top;
    if (by != 0) {
      scrolled(ruleRows(), height(), by);
      markDirty(ruleRows(), height());
    }
    top = target;
    if (transcript.size() > 0) {
      anchor = transcript.at(Math.min(top, transcript.rows() - 1));
    }
  }

  private void dirtyRows(int from, int to) {
    int first = Math.max(0, from - top) + ruleRows();
    int last = Math.min(height(), to - top + ruleRows());
    if (first < last) {
      markDirty(first, last);
    }
  }

  /// The first visible row when the end is in sight.
  private int lastTop() {
    transcript.settleEnd(visibleRows());
    return Math.max(0, transcript.rows() - visibleRows());
  }

  /// Where a view that follows stands. Over the whole width of the screen the terminal itself scrolls line by line
  /// for a few bytes. Beside other windows it can't, so there the view goes on by half a page when it is full: a
  /// reader's line stands still meanwhile, and a slow link carries a tenth of the bytes.
  private int followTop() {
    boolean full = lastTop() > top;
    boolean gone = top >= transcript.rows();
    return full ? lastTop() + jump() : gone ? lastTop() : top;
  }

  private int jump() {
    return alone ? 0 : visibleRows() / 2;
  }

  private int visibleRows() {
    return Math.max(1, height() - ruleRows());
  }

  private int ruleRows() {
    return bare ? 0 : RULE_ROWS;
  }

  private Page page() {
    return new Page(textWidth(), look.glyphs());
  }

  private int textWidth() {
    return Math.max(1, Math.min(WIDEST_TEXT, width() - 2 * INDENT));
  }

  private boolean ruleDiffers(AppState before, AppState after) {
    return before.focus() != after.focus()
        || before.unreadWarnings() != after.unreadWarnings()
        || before.chat().chat() != after.chat().chat();
  }

  private static boolean focused(AppState state) {
    return state.focus() == Panel.CHAT;
  }
}
