package dev.chatstream.store.list;

import dev.chatstream.core.table.TableColumns;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which columns of a list a person wants to see: a line for each, `shown` or `hidden`, its width, its name. May be
/// deleted at any time.
final class ColumnsFile {

  private static final Pattern LINE = Pattern.compile("(shown|hidden) (\\d{1,3}) (.+)");
  private static final int MOST_BYTES = 256 * 1024;

  private ColumnsFile() {}

  /// Reads it; what is usual where there is none. A line that makes no sense is left out: it can only hide a column's
  /// place, never a cell.
  static TableColumns read(ListFiles files) throws StoreException {
    if (!Files.exists(files.columns(), LinkOption.NOFOLLOW_LINKS)) {
      return TableColumns.USUAL;
    }
    try (FileChannel channel = RegularFile.openToRead(files.columns());
        InputStream in = Channels.newInputStream(channel)) {
      List<TableColumns.Column> columns = new ArrayList<>();
      for (String line : new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).split("\n")) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
          columns.add(new TableColumns.Column(
              parts.group(3), Integer.parseInt(parts.group(2)), parts.group(1).equals("shown")));
        }
      }
      return new TableColumns(columns);
    } catch (IOException e) {
      throw Failures.reading(e, files.columns());
    }
  }

  /// Writes it in the place of the one before. A column whose name has a line end keeps its usual place.
  static void write(ListFiles files, TableColumns columns) throws StoreException {
    StringBuilder text = new StringBuilder();
    for (TableColumns.Column column : columns.all()) {
      if (column.name().indexOf('\n') < 0 && column.name().indexOf('\r') < 0) {
        text.append(column.shown() ? "shown " : "hidden ").append(column.width()).append(' ').append(column.name())
            .append('\n');
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    new AtomicFile(files.ops()).replace(files.columns(), out -> out.write(bytes));
  }
}
