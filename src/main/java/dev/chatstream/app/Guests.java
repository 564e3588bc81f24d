package dev.chatstream.app;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.OwnFile;
import dev.chatstream.core.event.Writing;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.EditingFolder;
import dev.chatstream.term.Guest;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.export.ChatDocument;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// Other programs on the person's terminal: their editor, which gives a text back, and their pager.
final class Guests {

  private final DataRoot root;
  private final GuestProgram program;
  private final EventBus<Event> bus;

  /// @param environment names the programs: VISUAL, EDITOR, PAGER, PATH
  Guests(DataRoot root, Map<String, String> environment, EventBus<Event> bus) {
    this.root = root;
    this.program = new GuestProgram(environment);
    this.bus = bus;
  }

  /// The program that does this.
  Guest guest(WindowCommand.ForGuest work) {
    return switch (work) {
      case WindowCommand.EditText edit -> new Visit(GuestProgram.Kind.EDITOR, EditingFolder.MESSAGE, edit::text, true);
      case WindowCommand.EditOwnFile own -> new Visit(GuestProgram.Kind.EDITOR, own.file());
      case WindowCommand.ShowChat show -> new Visit(
          show.editor() ? GuestProgram.Kind.EDITOR : GuestProgram.Kind.PAGER, show.name(), () -> document(show), false);
    };
  }

  /// What a pager writes to the terminal as it is must do no harm there; an editor shows every character itself.
  private static String document(WindowCommand.ShowChat show) {
    String markdown = new ChatDocument(show.chat(), ZoneId.systemDefault()).markdown();
    return show.editor() ? markdown : Sanitizer.lines(markdown);
  }

  private final class Visit implements Guest {

    private final GuestProgram.Kind kind;
    private final String name;
    private final Supplier<String> text;
    private final boolean comesBack;
    private final Optional<OwnFile> own;
    private Process running;
    private boolean leaving;
    private String trouble = "";

    Visit(GuestProgram.Kind kind, String name, Supplier<String> text, boolean comesBack) {
      this.kind = kind;
      this.name = name;
      this.text = text;
      this.comesBack = comesBack;
      this.own = Optional.empty();
    }

    /// One that changes a file of the person's own where it stands.
    Visit(GuestProgram.Kind kind, OwnFile own) {
      this.kind = kind;
      this.name = "";
      this.text = () -> "";
      this.comesBack = false;
      this.own = Optional.of(own);
    }

    @Override
    public void run() throws IOException, InterruptedException {
      Optional<String> command = program.find(kind, new SettingsFile(root).read());
      if (command.isEmpty()) {
        trouble = kind.missing();
        return;
      }
      if (own.isPresent()) {
        int code = start(program.builder(command.get(), OwnFiles.ready(root, own.get()))).waitFor();
        trouble = code == 0 ? "" : GuestProgram.failed(command.get(), code, false);
        bus.publishEnding(OwnFiles.read(root, own.get()));
        return;
      }
      try (GuestFile file = GuestFile.create(root, name, text.get())) {
        int code = start(program.builder(command.get(), file.path())).waitFor();
        if (code != 0) {
          trouble = GuestProgram.failed(command.get(), code, comesBack);
        } else if (comesBack) {
          file.changed().ifPresent(edited -> bus.publishEnding(new Writing.TextEdited(edited)));
        }
      } catch (CharacterCodingException e) {
        trouble = "The editor left no UTF-8 text. What you wrote before is in the input.";
      }
    }

    private synchronized Process start(ProcessBuilder builder) throws IOException {
      if (leaving) {
        throw new IOException("the program ends");
      }
      running = builder.start();
      return running;
    }

    @Override
    public synchronized void leave() {
      leaving = true;
      if (running != null) {
        running.descendants().forEach(ProcessHandle::destroy);
        running.destroy();
      }
    }

    @Override
    public void left(IOException failure) {
      if (failure != null) {
        Logger.warn(failure, "no other program can have the terminal");
        trouble = "The " + kind.word() + " did not start: " + failure.getMessage() + ". Nothing has changed.";
      }
      bus.publishEnding(new Writing.GuestLeft(trouble));
    }
  }
}
