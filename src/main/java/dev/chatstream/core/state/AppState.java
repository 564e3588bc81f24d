package dev.chatstream.core.state;

import dev.chatstream.core.model.ContextWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All that the program knows and shows, as one value. What only a window needs (caret, scroll position, the letters in
/// a search field) is the window's own.
///
/// @param now the time of the last event
/// @param personal how the person has suited the program
/// @param talk what lies between the chat and the lists that are made of it
/// @param screen where the keys go and what stands over the windows; its parts are asked for here
/// @param exit the exit code, once the program is to end
public record AppState(
    Instant now,
    ChatState chat,
    ServerState server,
    LibraryState library,
    TableState table,
    RunState runs,
    CareState care,
    PersonalState personal,
    TalkState talk,
    ScreenState screen,
    OptionalInt exit) {

  /// The state at the start.
  public static AppState begin(Instant now, ChatState chat, String wantedModel) {
    return new AppState(
        now,
        chat,
        ServerState.unknown(wantedModel),
        LibraryState.unknown(),
        TableState.NONE,
        RunState.NONE,
        CareState.unknown(),
        PersonalState.USUAL,
        TalkState.NOTHING,
        ScreenState.BEGIN,
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

  /// The panel that gets the keys when no dialog is open.
  public Panel focus() {
    return screen.focus();
  }

  /// Whether that panel has the whole width.
  public boolean zoomed() {
    return screen.zoomed();
  }

  /// The open dialogs, the one in front last.
  public List<Dialog> dialogs() {
    return screen.dialogs();
  }

  /// The dialog in front.
  public Optional<Dialog> dialog() {
    return dialogs().isEmpty() ? Optional.empty() : Optional.of(dialogs().getLast());
  }

  /// The sentence in the last row.
  public Notice notice() {
    return screen.notice();
  }

  /// Until when a second ^C quits.
  public Instant quitArmed() {
    return screen.quitArmed();
  }

  /// Warnings and errors that came since the log was looked at.
  public int unreadWarnings() {
    return screen.unreadWarnings();
  }

  /// At a later time.
  public AppState at(Instant time) {
    return new AppState(time, chat, server, library, table, runs, care, personal, talk, screen, exit);
  }

  /// With another chat.
  public AppState with(ChatState newChat) {
    return new AppState(now, newChat, server, library, table, runs, care, personal, talk, screen, exit);
  }

  /// With another server.
  public AppState with(ServerState newServer) {
    return new AppState(now, chat, newServer, library, table, runs, care, personal, talk, screen, exit);
  }

  /// With another library.
  public AppState with(LibraryState newLibrary) {
    return new AppState(now, chat, server, newLibrary, table, runs, care, personal, talk, screen, exit);
  }

  /// With another table.
  public AppState with(TableState newTable) {
    return new AppState(now, chat, server, library, newTable, runs, care, personal, talk, screen, exit);
  }

  /// With other knowledge of runs.
  public AppState with(RunState newRuns) {
    return new AppState(now, chat, server, library, table, newRuns, care, personal, talk, screen, exit);
  }

  /// With other knowledge of how the store fares.
  public AppState with(CareState newCare) {
    return new AppState(now, chat, server, library, table, runs, newCare, personal, talk, screen, exit);
  }

  /// With the program suited otherwise.
  public AppState with(PersonalState newPersonal) {
    return new AppState(now, chat, server, library, table, runs, care, newPersonal, talk, screen, exit);
  }

  /// With other news between the chat and the lists.
  public AppState with(TalkState newTalk) {
    return new AppState(now, chat, server, library, table, runs, care, personal, newTalk, screen, exit);
  }

  private AppState with(ScreenState newScreen) {
    return new AppState(now, chat, server, library, table, runs, care, personal, talk, newScreen, exit);
  }

  /// With another sentence.
  public AppState with(Notice newNotice) {
    return with(screen.with(newNotice));
  }

  /// With the focus elsewhere.
  public AppState focusOn(Panel panel) {
    return with(screen.focusOn(panel));
  }

  /// With the panel in focus zoomed or not.
  public AppState withZoom(boolean zoom) {
    return with(screen.withZoom(zoom));
  }

  /// With a dialog in front; one of its kind that is open already is replaced.
  public AppState open(Dialog dialog) {
    return with(screen.open(dialog));
  }

  /// Without dialogs of this kind.
  public AppState without(Class<? extends Dialog> kind) {
    return with(screen.without(kind));
  }

  /// With these dialogs.
  public AppState withDialogs(List<Dialog> open) {
    return with(screen.withDialogs(open));
  }

  /// With one more warning that nobody has looked at, unless the log has the focus.
  public AppState plusWarning() {
    return with(screen.plusWarning());
  }

  /// With ^C quitting until then.
  public AppState armed(Instant until) {
    return with(screen.armed(until));
  }

  /// On its way out.
  public AppState exiting(int code) {
    return new AppState(now, chat, server, library, table, runs, care, personal, talk, screen, OptionalInt.of(code));
  }

  /// The list that is meant where none is named: the one that is open as a table, else the one that was appended to
  /// last. Empty when there is none.
  public String currentList() {
    return table.open() ? table.file() : library.lastList();
  }
}
