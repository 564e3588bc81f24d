package dev.chatstream.app;

import dev.chatstream.core.event.FilesEvent;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ExportFormat;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.SafeName;
import dev.chatstream.ui.export.ChatDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// Writes what a person takes out of chats: texts and documents, to files that must not be there yet.
final class FileCommands {

  private final DataRoot root;
  private final InstantSource clock;
  private final Supplier<ZoneId> zone;
  private final AtomicFile files = new AtomicFile(FileOps.DISK);

  FileCommands(DataRoot root, InstantSource clock, Supplier<ZoneId> zone) {
    this.root = root;
    this.clock = clock;
    this.zone = zone;
  }

  /// Does it.
  ///
  /// @return what to tell the loop
  Event run(Command.ForFiles command) {
    try {
      return switch (command) {
        case Command.KeepCopy copy -> keep(copy);
        case Command.WriteText write -> new FilesEvent.TextWritten(shown(write(write)));
        case Command.ExportChat export -> new FilesEvent.ChatExported(shown(export(export)));
      };
    } catch (StoreException refused) {
      Logger.warn(refused.failure().sentence());
      return new FilesEvent.FilesRefused(ofFile(refused.failure()));
    }
  }

  /// The chat itself is safe: only this file was not written.
  private static StoreFailure ofFile(StoreFailure failure) {
    return failure instanceof StoreFailure.Io io
        ? new StoreFailure.NotDone(io.file() + " was not written", io.reason())
        : failure;
  }

  /// The last copy only: the one before is not wanted any more.
  private Event keep(Command.KeepCopy copy) throws StoreException {
    Path file = root.folder().resolve(".store").resolve("copied.txt");
    byte[] bytes = copy.text().getBytes(StandardCharsets.UTF_8);
    files.replace(file, out -> out.write(bytes));
    return new FilesEvent.CopyKept(copy.text().length(), copy.clip(), shown(file));
  }

  private Path write(Command.WriteText write) throws StoreException {
    Path file = TypedPath.of(write.path());
    create(Files.isDirectory(file) ? file.resolve("copied.txt") : file, write.text());
    return file;
  }

  private Path export(Command.ExportChat export) throws StoreException {
    Path typed = TypedPath.of(export.path());
    if (export.format() == ExportFormat.JSON) {
      return new ChatStore(root, clock).export(export.chat(), typed);
    }
    Chat chat = export.chat();
    String name = chat.title().isBlank() ? "chat" : chat.title();
    Path file = Files.isDirectory(typed)
        ? typed.resolve(SafeName.of(name, "." + export.format().ending()))
        : typed;
    ChatDocument document = new ChatDocument(chat, zone.get());
    create(file, export.format() == ExportFormat.HTML ? document.html() : document.markdown());
    return file;
  }

  private void create(Path file, String text) throws StoreException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!files.create(file, out -> out.write(bytes))) {
      throw new StoreException(new StoreFailure.BadName(file + " is there already. Choose another name."));
    }
    Logger.info("wrote {}", file);
  }

  /// The person's own folder as `~`.
  private static String shown(Path file) {
    Path own = Path.of(System.getProperty("user.home"));
    return file.startsWith(own) ? "~/" + own.relativize(file) : file.toString();
  }
}
