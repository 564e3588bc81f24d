package dev.chatstream.core.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where the keys go, and what stands over the windows or says a word about them.
///
/// @param focus the panel that gets the keys when no dialog is open
/// @param zoomed whether that panel has the whole width
/// @param dialogs the open dialogs, the one in front last
/// @param quitArmed until when a second ^C quits
/// @param unreadWarnings warnings and errors that came since the log was looked at
public record ScreenState(
    Panel focus, boolean zoomed, List<Dialog> dialogs, Notice notice, Instant quitArmed, int unreadWarnings) {

  /// At the start.
  public static final ScreenState BEGIN =
      new ScreenState(Panel.INPUT, false, List.of(), Notice.NONE, Instant.EPOCH, 0);

  /// Copies the list.
  public ScreenState {
    dialogs = List.copyOf(dialogs);
  }

  /// With another sentence.
  ScreenState with(Notice newNotice) {
    return new ScreenState(focus, zoomed, dialogs, newNotice, quitArmed, unreadWarnings);
  }

  /// With the focus elsewhere.
  ScreenState focusOn(Panel panel) {
    int unread = panel == Panel.LOG ? 0 : unreadWarnings;
    return new ScreenState(panel, zoomed && panel == focus, dialogs, notice, quitArmed, unread);
  }

  /// With the panel in focus zoomed or not.
  ScreenState withZoom(boolean zoom) {
    return new ScreenState(focus, zoom, dialogs, notice, quitArmed, unreadWarnings);
  }

  /// With a dialog in front; one of its kind that is open already is replaced.
  ScreenState open(Dialog dialog) {
    List<Dialog> more = new ArrayList<>(without(dialog.getClass()).dialogs);
    more.add(dialog);
    return withDialogs(more);
  }

  /// Without dialogs of this kind.
  ScreenState without(Class<? extends Dialog> kind) {
    return withDialogs(dialogs.stream().filter(open -> open.getClass() != kind).toList());
  }

  /// With these dialogs.
  ScreenState withDialogs(List<Dialog> open) {
    return new ScreenState(focus, zoomed, open, notice, quitArmed, unreadWarnings);
  }

  /// With one more warning that nobody has looked at, unless the log has the focus.
  ScreenState plusWarning() {
    int unread = focus == Panel.LOG ? 0 : unreadWarnings + 1;
    return new ScreenState(focus, zoomed, dialogs, notice, quitArmed, unread);
  }

  /// With ^C quitting until then.
  ScreenState armed(Instant until) {
    return new ScreenState(focus, zoomed, dialogs, notice, until, unreadWarnings);
  }
}
