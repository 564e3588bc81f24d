package dev.chatstream.cli;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.convert.Importer;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks how a file would be read, row by row; with `--apply` makes a copy in today's format.
@Command(
    name = "migrate",
    description = {
      "Tell how each row or message of a file would be read, for certain or with doubt and why; nothing is written.",
      "With --apply, make a copy of it in today's format. The original stays; a second time gives no second copy."
    },
    footer = {"", "Exit codes: 0 done; 1 failed; 2 usage; 4 the file is damaged (what could be read was told, and with "
        + "--apply is in the copy); 130 stopped, nothing was written."})
final class MigrateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "a task list or chat of the library by name, or the path of any file")
  private String file;

  @Option(names = "--apply", description = "make the copy")
  private boolean apply;

  @Option(names = "--json", description = "one JSON document: how each row was read, and what was or would be made")
  private boolean json;

  MigrateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DataRoot root = apply ? session.rootToWrite() : session.rootToRead();
    return ImportRun.run(session, root, find(root), new Importer.Wish(apply, true), json, true);
  }

  /// A name of the library comes before a file in the caller's folder; a path with a slash is a path.
  private Path find(DataRoot root) {
    Path path = Path.of(file);
    if (path.getNameCount() > 1 || path.isAbsolute()) {
      return path;
    }
    try {
      return root.taskLists().resolve(new TaskListStore(root, InstantSource.system()).find(file));
    } catch (StoreException noList) {
      return chat(root, path, noList);
    }
  }

  private Path chat(DataRoot root, Path path, StoreException noList) {
    try {
      return root.chats().resolve(new ChatStore(root, InstantSource.system()).find(file));
    } catch (StoreException noChat) {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return path;
      }
      noChat.addSuppressed(noList);
      throw new Failed(ExitCode.FAILED, "There is no list, chat or file named " + file + " here.");
    }
  }
}
