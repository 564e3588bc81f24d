package dev.chatstream.ui.chat;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.markdown.Page;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// The chat: a rule, and below it the transcript, which follows its end until somebody scrolls up.
public final class ChatWindow extends PanelWindow {

  private static final int RULE_ROWS = 1;
  private static final int INDENT = ItemPainter.INDENT;

  private final Look look;
  private final ChatTitle title;
  private final Consumer<Event> out;
  private final Transcript transcript;
  private final TranscriptFeed feed;
  private final Viewport view;
  private final ChatCursor cursor;
  private final CursorSteps steps;
  private final ItemPainter items;
  private final ChatFind find;
  private final FindBar bar;
  private final Versions versions;
  private AppState state;
  private boolean alone = true;
  private boolean bare;
  private boolean wraps;

  /// An empty chat.
  public ChatWindow(Look look, AppState state, Consumer<Event> out) {
    super("Chat");
    this.out = out;
    this.look = look;
    this.title = new ChatTitle(look);
    this.state = state;
    this.transcript = new Transcript(new Page(1, look.glyphs()));
    this.feed = new TranscriptFeed(look, transcript);
    this.view = new Viewport(transcript, this::visibleRows, this::jump, this::moved);
    this.cursor = new ChatCursor(transcript, feed);
    this.steps = new CursorSteps(transcript, feed, cursor, view);
    this.items = new ItemPainter(look);
    this.find = new ChatFind(transcript, feed, cursor, view);
    this.bar = new FindBar(look, find, out);
    this.versions = new Versions(transcript, feed, cursor, view, out);
    this.wraps = look.preferences().is(Preference.LONG_LINES, "wrap");
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
    view.laidOut();
    markDirty();
  }

  /// Goes by other settings than these.
  public void preferencesChanged(Preferences before) {
    Preferences now = look.preferences();
    if (now.differs(Preference.LONG_LINES, before)) {
      wraps = now.is(Preference.LONG_LINES, "wrap");
      steps.unshift();
    }
    if (now.differs(Preference.THINKING, before)) {
      feed.refold(state.now());
      cursor.out();
    }
    layoutText();
  }

  /// Shows this state; paints again only what differs.
  public void show(AppState newState) {
    AppState before = state;
    state = newState;
    if (before.chat() != newState.chat() || TranscriptFeed.thinksLonger(before, newState)) {
      boolean other = !before.chat().chat().id().equals(newState.chat().chat().id());
      int rowsBefore = transcript.rows();
      int changed = feed.show(newState.chat(), newState.now());
      // The line that was held back before what is new now.
      int first = look.slow() ? Math.max(0, changed - 1) : changed;
      if (other) {
        bar.close();
        view.follow();
      } else if (bar.rows() > 0 && before.chat().chat() != newState.chat().chat()) {
        find.changed();
      }
      if (rowsBefore == 0 || transcript.size() == 0 || other) {
        markDirty();
      }
      changedFrom(first, rowsBefore);
    }
    if (ChatTitle.differs(before, newState) || before.talk() != newState.talk()) {
      markDirty(0, before.talk() == newState.talk() ? ruleRows() : height());
    }
    if (focused(before) != focused(newState) || focused(newState) && cursor.none() && feed.messages() > 0) {
      steps.selectInSight();
      markDirty(ruleRows(), height());
    }
  }

  /// True while the end of the chat is in sight and stays so.
  public boolean following() {
    return view.following();
  }

  /// How many rows are hidden below.
  public int rowsBelow() {
    return view.below();
  }

  /// Scrolls.
  ///
  /// @return false when the motion means nothing here
  public boolean move(Motion motion) {
    int page = Math.max(1, visibleRows() - 1);
    switch (motion) {
      case UP, SCROLL_UP -> view.scrollBy(-1);
      case DOWN, SCROLL_DOWN -> view.scrollBy(1);
      case PAGE_UP -> view.scrollBy(-page);
      case PAGE_DOWN -> view.scrollBy(page);
      case FIRST -> view.toFirst();
      case LAST -> view.toLast();
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Looks for words in this chat; when it does so already, in all chats.
  public void find() {
    bar.begin();
    layoutText();
  }

  /// Selects this message, and marks these words in all of the chat.
  public void show(UUID message, String words) {
    bar.show(words);
    layoutText();
    find.words(words, message);
    markDirty();
  }

  /// True while what is looked for is being typed.
  public boolean typing() {
    return bar.typing() && focused(state);
  }

  @Override
  public TerminalPosition cursor() {
    return typing() ? new TerminalPosition(bar.caret(width()), height() - 1) : super.cursor();
  }

  @Override
  public boolean press(Key key) {
    boolean typed = bar.typing();
    if (bar.take(key)) {
      layoutText();
      return true;
    }
    Optional<Motion> motion = typed ? Optional.empty() : look.keys().motion(Context.CHAT, key);
    if (motion.filter(Motion.BACK::equals).isPresent()) {
      out.accept(new Event.BackToInput());
      return true;
    }
    if (motion.isPresent() && versions.move(motion.get(), chosen() >= 0)) {
      return true;
    }
    return motion.isPresent() && (moveCursor(motion.get()) || scroll(motion.get()));
  }

  /// Shows what was thought before the selected message, or before the last one that has any; or folds it.
  public void fold() {
    int message = thinking();
    if (message < 0) {
      out.accept(new Event.Said("There is no thinking here."));
      return;
    }
    int rowsBefore = transcript.rows();
    int first = feed.fold(message, state.now());
    cursor.out();
    changedFrom(first, rowsBefore);
    markDirty(ruleRows(), height());
  }

  /// The message whose thinking a key opens; negative when there is none.
  private int thinking() {
    if (chosen() >= 0) {
      return feed.thinks(chosen()) ? chosen() : -1;
    }
    int message = feed.messages() - 1;
    while (message >= 0 && !feed.thinks(message)) {
      message--;
    }
    return message;
  }

  /// The selected message; negative when none is.
  private int chosen() {
    return focused(state) && !cursor.none() ? cursor.message() : -1;
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    if (row < ruleRows()) {
      title.paint(state, alone, painter);
      return;
    }
    int line = view.top() + row - ruleRows();
    if (bar.rows() > 0 && row == height() - 1) {
      bar.paint(painter);
    } else if (transcript.size() == 0) {
      items.empty(row - ruleRows(), textWidth(), painter);
    } else if (line < transcript.rows()) {
      paintLine(transcript.at(line), painter);
    } else {
      painter.fill(0, look.style(ThemeRole.TEXT));
    }
  }

  private void paintLine(Transcript.Place place, RowPainter painter) {
    boolean selected = focused(state) && cursor.covers(place);
    switch (transcript.item(place.item())) {
      case Item.Said said -> {
        List<Line> lines = transcript.lines(said);
        boolean shown = place.line() < lines.size() && !heldBack(said, place.line(), lines.size());
        Line line = shown ? lines.get(place.line()) : Line.EMPTY;
        int shift = selected && cursor.inBlock() ? steps.shift() : 0;
        items.said(line, said.role(), shift, selected, painter);
        items.marks(line, find.marks(line), shift, painter);
      }
      case Item.Heading heading when place.line() == heading.rows(page()) - 1 -> {
        items.heading(heading, Math.min(painter.width() - INDENT, look.widestText() + INDENT), selected, painter);
        items.mark(heading.number() > 0 && state.talk().marked().contains(feed.id(heading.number() - 1)), painter);
      }
      case Item.Thought thought -> items.thought(
          thought, place.line(), textWidth(), focused(state), thought.message() == thinking(), selected, painter);
      case Item.Heading _,Item.Blank _ -> items.blank(painter);
    }
  }

  /// Over a slow line a line is shown when it is whole.
  private boolean heldBack(Item.Said said, int number, int lines) {
    return look.slow() && number == lines - 1 && feed.grows(said);
  }

  private void changedFrom(int item, int rowsBefore) {
    if (item >= transcript.size() && rowsBefore == transcript.rows() && !view.following()) {
      return;
    }
    int firstRow = item < transcript.size() ? transcript.row(new Transcript.Place(item, 0)) : transcript.rows();
    if (!view.changed()) {
      dirtyRows(firstRow, Math.max(rowsBefore, transcript.rows()) + 1);
    }
    markDirty(Math.max(ruleRows(), height() - 1), height());
  }

  private void moved(int by) {
    scrolled(ruleRows(), height(), by);
    markDirty(ruleRows(), height());
  }

  /// Moves what is selected.
  ///
  /// @return false when the motion is none of the cursor's
  private boolean moveCursor(Motion motion) {
    if (feed.messages() == 0) {
      return false;
    }
    switch (motion) {
      case UP -> steps.step(-1, cursor.inBlock());
      case DOWN -> steps.step(1, cursor.inBlock());
      case PREVIOUS_BLOCK -> steps.step(-1, true);
      case NEXT_BLOCK -> steps.step(1, true);
      case IN -> steps.in(width() - INDENT);
      case OUT -> steps.out(width() - INDENT);
      case CHOOSE -> ofMessage(id -> new Choice.OpenMessage(id));
      case MARK -> ofMessage(id -> new TalkChoice.Mark(id));
      case PLAIN -> ofMessage(id -> new Choice.ReadPlain(id, false));
      case PAGER, VIEW -> out.accept(Taken.whole(motion));
      case COPY -> choose(new Choice.Copy(selected()));
      case WRITE -> choose(new Choice.WantWrite(selected(), Taken.file(state.chat(), cursor)));
      case THINKING -> fold();
      case WRAP -> wrap();
      default -> {
        return false;
      }
    }
    markDirty(ruleRows(), height());
    return true;
  }

  /// Scrolls; what is selected afterwards is always something that can be seen.
  private boolean scroll(Motion motion) {
    boolean scrolled = move(motion);
    if (scrolled && feed.messages() > 0 && (motion == Motion.FIRST || motion == Motion.LAST)) {
      cursor.select(motion == Motion.FIRST ? 0 : feed.messages() - 1);
      markDirty(ruleRows(), height());
    }
    steps.selectInSight();
    return scrolled;
  }

  /// What of the chat is wanted in a list: the selected message or block.
  public Choice toTasks() {
    steps.selectInSight();
    return Taken.toTasks(feed, cursor);
  }

  private void choose(Choice choice) {
    out.accept(new Event.Chosen(choice));
  }

  private void ofMessage(Function<UUID, Choice> choice) {
    steps.selectInSight();
    feed.message(cursor.message()).map(Message::id).ifPresentOrElse(
        id -> choose(choice.apply(id)), () -> out.accept(new Event.Said("This reply is still coming.")));
  }

  /// The text that is selected, exactly as it was written.
  private String selected() {
    steps.selectInSight();
    if (cursor.inBlock()) {
      return cursor.blockText();
    }
    return feed.message(cursor.message()).map(Message::content)
        .orElseGet(() -> state.chat().turn().map(turn -> turn.text().toString()).orElse(""));
  }

  /// Wraps what is too wide, or lets it go on beyond the window.
  private void wrap() {
    wraps = !wraps;
    steps.unshift();
    layoutText();
    out.accept(new Event.Said(wraps
        ? "Code and tables are wrapped."
        : "Code and tables are cut at the edge. " + look.keys().shown(Context.CHAT, Motion.IN)
            + " on a block goes on to the right."));
  }

  private void dirtyRows(int from, int to) {
    int first = Math.max(0, from - view.top()) + ruleRows();
    int last = Math.min(height(), to - view.top() + ruleRows());
    if (first < last) {
      markDirty(first, last);
    }
  }

  private int jump() {
    return alone ? 0 : visibleRows() / 2;
  }

  private int visibleRows() {
    return Math.max(1, height() - ruleRows() - bar.rows());
  }

  private int ruleRows() {
    return bare ? 0 : RULE_ROWS;
  }

  private Page page() {
    return new Page(textWidth(), look.glyphs(), wraps);
  }

  private int textWidth() {
    return Math.max(1, Math.min(look.widestText(), width() - 2 * INDENT));
  }

  private static boolean focused(AppState state) {
    return state.focus() == Panel.CHAT;
  }
}
