package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.PersonalEvent;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Wishes;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.preference.Problem;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.PersonalState;
import java.util.List;
import java.util.Optional;

/// The settings of the program, a person's keys, and how the screen is parted. A setting acts at once, whether it can
/// be written or not.
final class PersonalReducer {

  private static final String ZOOMED = " zoomed";
  private static final int STEP = 5;
  private static final int LEAST_SHARE = 20;
  private static final int MOST_SHARE = 60;
  private static final int USUAL_SHARE = 35;

  private PersonalReducer() {}

  static Step reduce(AppState state, PersonalEvent event) {
    return switch (event) {
      case PersonalEvent.PreferencesRead read -> toldOf(read.preferences(), take(state, read.preferences()));
      case PersonalEvent.PreferenceKept kept -> Step.to(
          state.with(state.library().undoable(kept.preference().key())));
      case PersonalEvent.PreferenceUndone undone -> undone(state, undone);
      case PersonalEvent.KeysRead read -> Step.to(state).and(new WindowCommand.UseKeys(read.lines(), read.trouble()));
      case PersonalEvent.KeysTaken taken -> keysTaken(state, taken.problems());
    };
  }

  static Step choose(AppState state, Choice.OnPreferences choice) {
    return switch (choice) {
      case Choice.WantPreference want when want.preference() == Preference.THEME ->
        Step.to(state.open(new Dialog.Themes()));
      case Choice.WantPreference want -> Step.to(state.open(new Dialog.SetPreference(want.preference())));
      case Choice.SetPreference set -> set(state, set.preference(), set.text());
      case Choice.ShowMistakes show -> Step.to(state.open(mistakes(state)));
    };
  }

  /// A person sets this; an empty text leaves it to the program.
  static Step set(AppState state, Preference preference, String text) {
    Optional<String> wrong = preference.wrong(text);
    if (wrong.isPresent()) {
      return Step.to(state.with(Notice.warning(wrong.get(), state.now()).about(Notice.About.DIALOG)));
    }
    String value = preference.read(text).orElseThrow();
    Preferences now = state.personal().preferences().with(preference, value);
    AppState closed = state.without(Dialog.SetPreference.class);
    Phrase said = Phrase.of(preference.key() + " is " + shown(value) + " from now on.").then(Action.UNDO, "undoes.");
    return take(closed.with(Notice.info(said)), now)
        .and(new StoreCommand.SetPreference(preference, text.isBlank() ? "" : value));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "not set" : value;
  }

  /// These settings count from now on.
  static Step take(AppState state, Preferences now) {
    Preferences before = state.personal().preferences();
    if (now.equals(before)) {
      return Step.to(state);
    }
    AppState after = state.with(state.personal().with(now))
        .with(state.server().with(state.server().watch().with(Wishes.of(now))));
    ChatState chat = after.chat();
    boolean usual = chat.contextTokens() == before.number(Preference.WINDOW);
    AppState fitted = usual && now.differs(Preference.WINDOW, before) ? windowed(after) : after;
    return Step.to(fitted).and(new WindowCommand.UsePreferences(before, now));
  }

  /// Another chat has the usual window, unless it has one of its own.
  private static Step windowed(AppState before, Step step) {
    boolean same = before.chat().chat().id().equals(step.state().chat().chat().id());
    return same || !step.state().personal().preferences().changed(Preference.WINDOW)
        ? step
        : step.then(state -> Step.to(windowed(state)));
  }

  private static AppState windowed(AppState state) {
    ChatState chat = state.chat();
    int window = ChatSettings.of(chat.chat()).window(window(state));
    return state.with(chat.withContext(window, chat.contextFrom()));
  }

  /// The window of a chat that has none of its own.
  static int window(AppState state) {
    return state.personal().preferences().number(Preference.WINDOW);
  }

  private static Step toldOf(Preferences read, Step step) {
    List<Problem> problems = read.problems();
    boolean news = !step.commands().isEmpty();
    return problems.isEmpty() || !news
        ? step
        : Step.to(step.state().with(warning("settings.properties", problems, Action.PREFERENCES, step.state())))
            .and(step.commands().toArray(Command[]::new));
  }

  private static Notice warning(String file, List<Problem> problems, Action where, AppState state) {
    String more = problems.size() > 1 ? " (" + (problems.size() - 1) + " more)" : "";
    return Notice.warning(
        Phrase.of(problems.getFirst().in(file) + more).then(where, "shows all."), state.now())
        .about(Notice.About.OWN_FILES);
  }

  private static Step undone(AppState state, PersonalEvent.PreferenceUndone undone) {
    String value = shown(undone.after().text(undone.preference()));
    AppState said = state.with(state.library().withoutUndo())
        .with(Notice.info(undone.preference().key() + " is " + value + " again."));
    return take(said, undone.after());
  }

  private static Step keysTaken(AppState state, List<Problem> problems) {
    boolean same = problems.equals(state.personal().keyProblems());
    AppState after = state.with(state.personal().withKeyProblems(problems));
    return Step.to(same || problems.isEmpty()
        ? after
        : after.with(warning("keys.properties", problems, Action.KEYS, state)));
  }

  private static Dialog mistakes(AppState state) {
    StringBuilder text = new StringBuilder();
    state.personal().preferences().problems()
        .forEach(problem -> text.append(problem.in(".store/settings.properties")).append("\n\n"));
    return new Dialog.Message("Mistakes in the settings", text.toString().strip());
  }

  /// Gives the column at the right more of a wide screen, or less.
  static Step share(AppState state, int steps) {
    PersonalState personal = state.personal();
    int now = personal.share() == 0 ? USUAL_SHARE : personal.share();
    int share = Math.clamp(now + steps * STEP, LEAST_SHARE, MOST_SHARE);
    return share == personal.share()
        ? Step.to(state.with(Notice.info("That is as far as it goes.")))
        : Step.to(state.with(personal.withShare(share))
            .with(Notice.info("The column at the right takes " + share + "% of a wide screen.")));
  }

  /// What is to be seen to after each event: another chat gets the usual window, and a layout that has changed is kept
  /// for the next start.
  static Step after(AppState before, Event event, Step step) {
    Step fitted = windowed(before, step);
    AppState now = fitted.state();
    boolean same = before.zoomed() == now.zoomed() && before.personal().share() == now.personal().share();
    return same || event instanceof Event.Remembered || layout(now).equals(layout(before))
        ? fitted
        : fitted.and(new StoreCommand.KeepChoice("layout", layout(now)));
  }

  /// How the screen is parted: the share of the right column, and a word when the chat has the whole width. A panel
  /// other than the chat is none to begin with: what is typed at the start belongs into the input.
  private static String layout(AppState state) {
    boolean chat = state.focus() == Panel.INPUT || state.focus() == Panel.CHAT;
    return state.personal().share() + (state.zoomed() && chat ? ZOOMED : "");
  }

  /// As [#layout] wrote it; anything else leaves all as it is.
  static AppState layOut(AppState state, String layout) {
    boolean zoomed = layout.endsWith(ZOOMED);
    String share = zoomed ? layout.substring(0, layout.length() - ZOOMED.length()) : layout;
    if (share.isEmpty() || share.length() > 2 || !share.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return state;
    }
    int percent = Integer.parseInt(share);
    PersonalState parted = state.personal()
        .withShare(percent == 0 ? 0 : Math.clamp(percent, LEAST_SHARE, MOST_SHARE));
    boolean chat = state.focus() == Panel.INPUT || state.focus() == Panel.CHAT;
    return state.with(parted).withZoom(state.zoomed() || zoomed && chat);
  }
}
