package dev.chatstream.ui.chat;

import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.TopRule;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;

/// The rule above the chat: its title, and how many messages it has.
final class ChatTitle {

  private static final int TABS_WIDTH = 40;

  private final Look look;
  private final TopRule rule;

  ChatTitle(Look look) {
    this.look = look;
    this.rule = new TopRule(look);
  }

  /// @param alone whether it is the only rule on the screen, and so names all windows
  void paint(AppState state, boolean alone, RowPainter painter) {
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
      rule.one(painter, 0, "1 Chat", state.focus() == Panel.CHAT, right);
    }
  }

  /// Whether the two states look different here.
  static boolean differs(AppState before, AppState after) {
    return before.focus() != after.focus()
        || before.unreadWarnings() != after.unreadWarnings()
        || before.chat().chat() != after.chat().chat();
  }
}
