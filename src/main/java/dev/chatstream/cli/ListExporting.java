package dev.chatstream.cli;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.ListExport;
import dev.chatstream.store.convert.ListFormat;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes a task list for other programs, to standard output or to a file that is not there yet.
final class ListExporting {

  private final Session session;

  ListExporting(Session session) {
    this.session = session;
  }

  /// @param file null for standard output
  int run(String name, ListFormat format, Path file) throws StoreException {
    TaskListStore lists = session.lists();
    String list = lists.find(name);
    Output out = session.output();
    String problem;
    try (TaskRows rows = lists.read(list)) {
      if (file == null) {
        print(rows, format, out);
      } else if (!new AtomicFile(FileOps.DISK).create(file.toAbsolutePath(), stream -> {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        write(rows, format, writer);
        writer.flush();
      })) {
        throw new StoreException(new StoreFailure.BadName(file + " is there already. Choose another name."));
      }
      problem = rows.problem();
    }
    int code = out.end();
    if (!problem.isEmpty()) {
      throw new Failed(ExitCode.DAMAGE, list + " can't be read to its end: " + problem + ".");
    }
    if (!format.lost().isEmpty()) {
      Streams.say(format.lost());
    }
    return code;
  }

  private static void print(TaskRows rows, ListFormat format, Output out) {
    try {
      write(rows, format, new Writer() {
        @Override
        public void write(char[] text, int from, int length) {
          out.text(new String(text, from, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      });
    } catch (IOException impossible) {
      throw new Failed(ExitCode.FAILED, "The list can't be written: " + impossible.getMessage() + ".");
    }
  }

  private static void write(TaskRows rows, ListFormat format, Writer out) throws IOException {
    try {
      ListExport.write(rows, format, out);
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }
}
