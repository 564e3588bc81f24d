package dev.chatstream.testing;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.event.RunCommand;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.app.DirectLog;
import dev.chatstream.app.DirectStore;
import dev.chatstream.app.EventLoop;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.DoublesCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ListJobCommand;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.ui.Windows;
import dev.chatstream.ui.theme.ThemeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What stands behind the screen in tests: the real store, and in place of the model server a script. Everything
/// answers at once, on the loop's thread, by events.
final class ScriptedWorld implements EventLoop.CommandSink {

  private final Consumer<Event> out;
  private final DirectStore store;
  private final ThemeReader themes;
  private final List<Command> asked = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final DirectLog log;
  private Event server;
  private Command.StartTurn turn;

  /// What those say who care for the library when they are asked this.
  private record Answer(Class<? extends Command.ForCare> command, Event event) {}

  /// @param server what a connection leads to at first
  ScriptedWorld(DirectStore store, DirectLog log, ThemeReader themes, Event server, Consumer<Event> out) {
    this.store = store;
    this.log = log;
    this.themes = themes;
    this.server = server;
    this.out = out;
  }

  /// Answers like this from now on.
  void serverAnswers(Event answer) {
    server = answer;
  }

  /// Those who care for the library answer this, after what they were told to answer before.
  void careAnswers(Class<? extends Command.ForCare> command, Event event) {
    answers.add(new Answer(command, event));
  }

  /// The question that was asked last.
  Command.StartTurn turn() {
    if (turn == null) {
      throw new AssertionError("nobody asked the model");
    }
    return turn;
  }

  long asked(Class<? extends Command> kind) {
    return asked.stream().filter(kind::isInstance).count();
  }

  boolean asked(Command command) {
    return asked.contains(command);
  }

  @Override
  public void run(Command command) {
    asked.add(command);
    switch (command) {
      case Command.ForStore forStore -> out.accept(store.run(forStore));
      case Command.ForLibrary forLibrary -> store.read(forLibrary).ifPresent(out);
      case TableCommand table -> store.table(table, out);
      case Command.ForSearch search -> store.find(search, out);
      case Command.StartTurn start -> turn = start;
      case Command.StopTurn stop -> out.accept(new Event.TurnFailed(stop.turn(), new ModelError.Cancelled()));
      case Command.Connect connect -> out.accept(server);
      case Command.ConnectTo other -> out.accept(server);
      case Command.ConvertList list -> out.accept(new Event.ListConverted(list.list(), "copy.csv", 2, 1, false));
      case Command.ForLog forLog -> out.accept(log.run(forLog));
      case Command.ForFiles files -> out.accept(store.write(files));
      case DoublesCommand.CheckAppend check -> store.check(check, out);
      case ListJobCommand work -> store.work(work, out);
      case Command.ForCare care -> answers.forEach(answer -> {
        if (answer.command().isInstance(care)) {
          out.accept(answer.event());
        }
      });
      case TalkCommand between -> store.compare(between).ifPresent(out);
      case ModelCommand models -> {
      }
      case RunCommand runs -> {
      }
      case Command.StopJob stop -> {
      }
      case Command.ReadFigures wish -> {
      }
      case Command.StartEngine engine -> {
      }
      case Command.CancelEngine engine -> {
      }
      case WindowCommand other -> throw new AssertionError("for the windows: " + other);
    }
  }

  @Override
  public void showTheme(String name, Windows windows) {
    windows.setTheme(themes.read(name));
  }
}
