package dev.chatstream.core.state;

import dev.chatstream.core.model.ContextWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All that the program knows and shows, as one value. What only a window needs (caret, scroll position, the letters in
/// a search field) is the window's own.
///
/// @param now the time of the last event
/// @param personal how the person has suited the program
/// @param talk what lies between the chat and the lists that are made of it
/// @param focus the panel that gets the keys when no dialog is open
/// @param zoomed whether that panel has the whole width
/// @param dialogs the open dialogs, the one in front last
/// @param quitArmed until when a second ^C quits
/// @param unreadWarnings warnings and errors that came since the log was looked at
/// @param exit the exit code, once the program is to end
public record AppState(
    Instant now,
    ChatState chat,
    ServerState server,
    LibraryState library,
    TableState table,
    CareState care,
    PersonalState personal,
    TalkState talk,
    Panel focus,
    boolean zoomed,
    List<Dialog> dialogs,
    Notice notice,
    Instant quitArmed,
    int unreadWarnings,
    OptionalInt exit) {

  /// The state at the start.
  public static AppState begin(Instant now, ChatState chat, String wantedModel) {
    return new AppState(
        now,
        chat,
        ServerState.unknown(wantedModel),
        LibraryState.unknown(),
        TableState.NONE,
        CareState.unknown(),
        PersonalState.USUAL,
        TalkState.NOTHING,
        Panel.INPUT,
        false,
        List.of(),
        Notice.NONE,
        Instant.EPOCH,
        0,
        OptionalInt.empty());
  }

  /// The window in tokens that is asked for: what the person wants, but no more than the chosen model was made for.
  public int window() {
    return ContextWindow.of(chat.contextTokens(), server.chosen());
  }

  /// True while something that was said is in memory only, because it could not be written.
  public boolean unsaved() {
    return chat.save() instanceof SaveState.NotSaved || !library.unsaved().isEmpty();
  }

  /// The dialog in front.
  public Optional<Dialog> dialog() {
    return dialogs.isEmpty() ? Optional.empty() : Optional.of(dialogs.getLast());
  }

  /// At a later time.
  public AppState at(Instant time) {
    return new AppState(
        time, chat, server, library, table, care, personal, talk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings, exit);
  }

  /// With another chat.
  public AppState with(ChatState newChat) {
    return new AppState(
        now, newChat, server, library, table, care, personal, talk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings, exit);
  }

  /// With another server.
  public AppState with(ServerState newServer) {
    return new AppState(
        now, chat, newServer, library, table, care, personal, talk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings, exit);
  }

  /// With another library.
  public AppState with(LibraryState newLibrary) {
    return new AppState(
        now, chat, server, newLibrary, table, care, personal, talk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings, exit);
  }

  /// With another table.
  public AppState with(TableState newTable) {
    return new AppState(
        now, chat, server, library, newTable, care, personal, talk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings,
        exit);
  }

  /// With other knowledge of how the store fares.
  public AppState with(CareState newCare) {
    return new AppState(
        now, chat, server, library, table, newCare, personal, talk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings, exit);
  }

  /// With the program suited otherwise.
  public AppState with(PersonalState newPersonal) {
    return new AppState(
        now, chat, server, library, table, care, newPersonal, talk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings, exit);
  }

  /// With other news between the chat and the lists.
  public AppState with(TalkState newTalk) {
    return new AppState(
        now, chat, server, library, table, care, personal, newTalk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings, exit);
  }

  /// With another sentence.
  public AppState with(Notice newNotice) {
    return new AppState(
        now, chat, server, library, table, care, personal, talk, focus, zoomed, dialogs, newNotice, quitArmed,
        unreadWarnings, exit);
  }

  /// With the focus elsewhere.
  public AppState focusOn(Panel panel) {
    int unread = panel == Panel.LOG ? 0 : unreadWarnings;
    boolean keepsZoom = zoomed && panel == focus;
    return new AppState(
        now, chat, server, library, table, care, personal, talk, panel, keepsZoom, dialogs, notice, quitArmed, unread,
        exit);
  }

  /// With the panel in focus zoomed or not.
  public AppState withZoom(boolean zoom) {
    return new AppState(
        now, chat, server, library, table, care, personal, talk, focus, zoom, dialogs, notice, quitArmed,
        unreadWarnings, exit);
  }

  /// With a dialog in front; one of its kind that is open already is replaced.
  public AppState open(Dialog dialog) {
    List<Dialog> more = new ArrayList<>(without(dialog.getClass()).dialogs);
    more.add(dialog);
    return withDialogs(more);
  }

  /// Without dialogs of this kind.
  public AppState without(Class<? extends Dialog> kind) {
    return withDialogs(dialogs.stream().filter(open -> open.getClass() != kind).toList());
  }

  /// With these dialogs.
  public AppState withDialogs(List<Dialog> open) {
    return new AppState(
        now,
        chat,
        server,
        library,
        table,
        care,
        personal,
        talk,
        focus,
        zoomed,
        List.copyOf(open),
        notice,
        quitArmed,
        unreadWarnings,
        exit);
  }

  /// With one more warning that nobody has looked at, unless the log has the focus.
  public AppState plusWarning() {
    int unread = focus == Panel.LOG ? 0 : unreadWarnings + 1;
    return new AppState(
        now, chat, server, library, table, care, personal, talk, focus, zoomed, dialogs, notice, quitArmed, unread,
        exit);
  }

  /// With ^C quitting until then.
  public AppState armed(Instant until) {
    return new AppState(
        now, chat, server, library, table, care, personal, talk, focus, zoomed, dialogs, notice, until, unreadWarnings,
        exit);
  }

  /// On its way out.
  public AppState exiting(int code) {
    return new AppState(
        now, chat, server, library, table, care, personal, talk, focus, zoomed, dialogs, notice, quitArmed,
        unreadWarnings,
        OptionalInt.of(code));
  }
}
