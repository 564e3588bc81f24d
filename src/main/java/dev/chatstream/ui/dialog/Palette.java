package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.find.Fuzzy;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the list of commands finds besides commands: chats, task lists, models and themes, some of each, the best
/// first.
final class Palette {

  private static final int MOST = 5;

  private final Look look;
  private final AppState state;
  private final List<String> themes;

  /// Something that can be chosen.
  ///
  /// @param name by which it is found
  private record Thing(String name, String right, String why, Event event) {}

  private record Scored(int score, Thing thing) {}

  Palette(Look look, AppState state, List<String> themes) {
    this.look = look;
    this.state = state;
    this.themes = themes;
  }

  /// The rows that fit these letters.
  List<PickerRow<Event>> of(String letters) {
    List<PickerRow<Event>> rows = new ArrayList<>();
    add(rows, "Chats", letters, chats());
    add(rows, "Task lists", letters, state.library().lists().stream().map(list -> new Thing(
        list.file(), "", list.problem().isEmpty() ? "" : list.problem(),
        new Event.Wanted(new Command.ReadTasks(list.file())))));
    add(rows, "Models", letters, state.server().models().stream().map(model -> new Thing(
        model.name(), model.parameterLabel(), "", new Event.Chosen(new Choice.UseModel(model.name())))));
    add(rows, "Themes", letters, themes.stream().map(theme -> new Thing(
        theme, "", "", new Event.Chosen(new Choice.UseTheme(theme)))));
    return rows;
  }

  private Stream<Thing> chats() {
    Optional<Phrase> held = Availability.whyNot(state, Action.OPEN);
    String why = held.map(look::words).orElse("");
    return state.library().chats().stream().filter(chat -> chat.id() != null).map(chat -> new Thing(
        name(chat), look.day(chat.changed(), state.now()), why,
        new Event.Chosen(new Choice.OpenChat(chat.file(), chat.id()))));
  }

  private static String name(ChatSummary chat) {
    return chat.title().isBlank() ? chat.file() : chat.title();
  }

  private static void add(List<PickerRow<Event>> rows, String heading, String letters, Stream<Thing> things) {
    List<Thing> best = things
        .map(thing -> new Scored(Fuzzy.score(thing.name(), letters), thing))
        .filter(scored -> scored.score() >= 0)
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .limit(MOST)
        .map(Scored::thing)
        .toList();
    if (!best.isEmpty()) {
      rows.add(PickerRow.heading(heading));
      best.forEach(thing -> rows.add(thing.why().isEmpty()
          ? PickerRow.of(thing.event(), thing.name(), thing.right())
          : PickerRow.greyed(thing.name(), thing.right(), thing.why())));
    }
  }
}
