package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.find.Fuzzy;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.KeyNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// All commands with their keys, those that were used last first; what can't be done now is greyed and says why.
/// Letters
/// find chats, task lists, models and themes, too.
final class CommandsDialog extends PickerDialog<Event> {

  private final List<String> themes;
  private boolean asked;

  CommandsDialog(Look look, AppState state, Facts facts, Consumer<Event> out) {
    super("Commands", look, state, out);
    this.themes = facts.themes().get();
    refresh();
  }

  @Override
  protected List<PickerRow<Event>> rows(String searched) {
    String wanted = searched.startsWith("/") ? searched.substring(1) : searched;
    List<Action> best = new ArrayList<>();
    List<Action> good = new ArrayList<>();
    List<Action> far = new ArrayList<>();
    for (Action action : usedFirst()) {
      if (action.word().startsWith(wanted)) {
        best.add(action);
      } else if (action.title().contains(wanted)) {
        good.add(action);
      } else if (Fuzzy.score(action.title(), wanted) >= 0) {
        far.add(action);
      }
    }
    best.addAll(good);
    far.sort(Comparator.comparingInt((Action action) -> Fuzzy.score(action.title(), wanted)).reversed());
    // Letters that happen to stand in another command must not run it while the one that was meant is greyed.
    List<PickerRow<Event>> rows = new ArrayList<>();
    (best.isEmpty() ? far : best).forEach(action -> rows.add(row(action)));
    if (!wanted.isEmpty() && !searched.startsWith("/")) {
      rows.addAll(new Palette(look(), state(), themes).of(wanted));
    }
    return rows;
  }

  private Set<Action> usedFirst() {
    Set<Action> all = new LinkedHashSet<>(state().library().find().used());
    all.addAll(Arrays.asList(Action.values()));
    return all;
  }

  /// Chats are read when somebody looks for one.
  @Override
  protected void searchChanged(String searched) {
    if (!asked && !state().library().chatsRead()) {
      asked = true;
      say(new Event.Wanted(new Command.ReadChats()));
    }
  }

  private PickerRow<Event> row(Action action) {
    Optional<Phrase> why = Availability.whyNot(state(), action);
    StringBuilder keys = new StringBuilder();
    for (Key key : look().keys().keys(action)) {
      keys.append(KeyNames.of(key)).append("   ");
    }
    keys.append('/').append(action.word());
    return why.isPresent()
        ? PickerRow.greyed(action.title(), keys.toString(), look().words(why.get()))
        : PickerRow.of(new Event.ActionTriggered(action), action.title(), keys.toString());
  }

  @Override
  protected void chosen(Event event) {
    leave();
    if (event instanceof Event.ActionTriggered triggered) {
      choose(new Choice.UsedAction(triggered.action()));
    }
    say(event);
  }

  /// A text that begins with a slash and is no command is just text.
  @Override
  protected void chosenNothing(String searched) {
    say(new Event.TextReturned("/" + searched));
  }

  @Override
  protected String nothing() {
    return "No command of that name. Enter puts it into the message as text.";
  }

  @Override
  protected String fieldName() {
    return "/ ";
  }

  @Override
  protected String pickerKeys() {
    return enter("run");
  }
}
