package dev.chatstream.cli;

import dev.chatstream.core.chat.ExportFormat;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.convert.ListFormat;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.ui.export.ChatDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A whole chat as a document for other programs.
@Command(
    name = "export",
    description = {
      "Write a chat as Markdown, HTML or JSON, to standard output or a file.",
      "export list NAME --as FORMAT writes a task list: csv (for spreadsheets), md (a checklist), json, "
          + "todo (todo.txt) or task (for Taskwarrior's import)."
    })
final class ExportCommand implements Callable<Integer> {

  /// What it is written as.
  enum Format {
    md,
    html,
    json
  }

  private final Session session;

  @Parameters(index = "0", paramLabel = "CHAT", description = "its file name, with or without ending, or its id")
  private String name;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "after the word list: the task list")
  private String list;

  @Option(names = "--as", paramLabel = "FORMAT", description = "of a list: csv, md, json, todo or task")
  private String as;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "md, html or json; else what FILE ends in; else md")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "a file that must not be there yet")
  private Path file;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      if (list != null || as != null) {
        return new ListExporting(session).run(listName(), listFormat(), file);
      }
      ChatStore chats = session.chats();
      StoredChat stored = ShowCommand.chat(chats, name);
      String document = document(chats, stored);
      Output out = session.output();
      if (file == null) {
        out.text(document);
      } else {
        write(document);
      }
      int code = out.end();
      String problem = stored.at().problem();
      if (!problem.isEmpty()) {
        throw new Failed(ExitCode.DAMAGE, problem);
      }
      return code;
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private String listName() {
    if (!name.equals("list") || list == null) {
      throw new Failed(ExitCode.USAGE, "A task list is exported by: export list NAME --as FORMAT.");
    }
    return list;
  }

  private ListFormat listFormat() {
    return Arrays.stream(ListFormat.values()).filter(known -> known.word().equals(as)).findFirst().orElseThrow(
        () -> new Failed(ExitCode.USAGE, "--as takes csv, md, json, todo or task."));
  }

  private String document(ChatStore chats, StoredChat stored) {
    ChatDocument document = new ChatDocument(stored.chat(), ZoneId.systemDefault());
    return switch (format()) {
      case MARKDOWN -> document.markdown();
      case HTML -> document.html();
      case JSON -> chats.json(stored) + "\n";
    };
  }

  private ExportFormat format() {
    String wanted = format == null ? String.valueOf(file) : "." + format;
    return Optional.of(wanted).flatMap(ExportFormat::of).orElse(ExportFormat.MARKDOWN);
  }

  private void write(String document) throws StoreException {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    if (!new AtomicFile(FileOps.DISK).create(file.toAbsolutePath(), out -> out.write(bytes))) {
      throw new StoreException(new StoreFailure.BadName(file + " is there already. Choose another name."));
    }
  }
}
