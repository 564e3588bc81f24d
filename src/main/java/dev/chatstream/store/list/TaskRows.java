package dev.chatstream.store.list;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import dev.chatstream.core.task.TaskRow;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// The rows of a list, one after the other; never all in memory. Close it.
public final class TaskRows implements Iterator<TaskRow>, AutoCloseable {

  private final Dialect dialect;
  private final String problem;
  private final int index;
  private final CsvParser parser;
  private final FileChannel channel;
  private String[] next;

  /// @param channel closed with this
  /// @param goodLength nothing is read beyond it
  TaskRows(FileChannel channel, Dialect dialect, long goodLength, String problem) throws IOException {
    this.channel = channel;
    this.dialect = dialect;
    this.problem = problem;
    this.index = dialect.position(Columns.INDEX);
    channel.position(dialect.start());
    parser = new CsvParser(settings(dialect));
    InputStream good = new Limited(Channels.newInputStream(channel), goodLength - dialect.start());
    parser.beginParsing(new InputStreamReader(good, StandardCharsets.UTF_8));
    parser.parseNext(); // The header.
    next = parser.parseNext();
  }

  /// The list's columns, in its order.
  public List<String> columns() {
    return dialect.columns();
  }

  /// What is wrong with the list, in words; then only the rows before it are read. Empty when all is well.
  public String problem() {
    return problem;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public TaskRow next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    String[] cells = next;
    next = parser.parseNext();
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < dialect.columns().size(); i++) {
      String name = Columns.OURS.contains(Columns.key(dialect.columns().get(i)))
          ? Columns.key(dialect.columns().get(i))
          : dialect.columns().get(i);
      byName.putIfAbsent(name, cells[i]);
    }
    return new TaskRow(ListScan.index(cells[index]), byName);
  }

  @Override
  public void close() {
    parser.stopParsing();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvParserSettings settings(Dialect dialect) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setFormat(RowWriter.format(dialect));
    if (dialect.crlf()) {
      settings.getFormat().setLineSeparator("\r\n");
    }
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.trimValues(false);
    settings.trimQuotedValues(false);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setMaxColumns(1024);
    settings.setMaxCharsPerColumn(-1);
    settings.setReadInputOnSeparateThread(false);
    settings.setSkipEmptyLines(true);
    settings.setSkipBitsAsWhitespace(false);
    return settings;
  }

  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = in.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
