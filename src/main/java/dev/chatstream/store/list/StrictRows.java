package dev.chatstream.store.list;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of a list of ours, or of one that is written as strictly, by univocity.
final class StrictRows implements RowSource {

  private final Dialect dialect;
  private final String problem;
  private final int index;
  private final CsvParser parser;
  private final Path path;
  private final FileChannel channel;

  /// @param list its file is closed with this
  /// @param scan nothing is read beyond its good part
  StrictRows(OpenList list, ListScan scan) throws IOException {
    this.path = list.path();
    this.channel = list.channel();
    this.dialect = list.dialect();
    this.problem = scan.problem();
    this.index = dialect.position(Columns.INDEX);
    channel.position(dialect.start());
    parser = new CsvParser(settings(dialect));
    InputStream good = new Limited(Channels.newInputStream(channel), scan.goodLength() - dialect.start());
    parser.beginParsing(new InputStreamReader(good, StandardCharsets.UTF_8));
    parser.parseNext(); // The header.
  }

  @Override
  public List<String> columns() {
    return dialect.columns().stream().map(ListRewrite::name).toList();
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public TaskRow next() {
    String[] cells = parser.parseNext();
    if (cells == null) {
      return null;
    }
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < dialect.columns().size(); i++) {
      byName.putIfAbsent(ListRewrite.name(dialect.columns().get(i)), cells[i]);
    }
    return new TaskRow(ListScan.index(cells[index]), byName);
  }

  @Override
  public void close() throws StoreException {
    parser.stopParsing();
    try {
      channel.close();
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  private static CsvParserSettings settings(Dialect dialect) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setFormat(RowWriter.format(dialect));
    settings.getFormat().setLineSeparator("\n");
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

  /// The good part, with lines that all end in LF: told that lines end in CR LF, univocity glues a row that ends in LF
  /// alone to the next one. A strict list has no other CR outside of quotes.
  private static final class Limited extends FilterInputStream {
    private long left;
    private boolean quoted;

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
      int kept = 0;
      while (kept == 0 && left > 0) {
        int read = in.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
          return -1;
        }
        left -= read;
        kept = withoutReturns(bytes, offset, read);
      }
      return kept == 0 ? -1 : kept;
    }

    private int withoutReturns(byte[] bytes, int offset, int length) {
      int to = offset;
      for (int i = offset; i < offset + length; i++) {
        quoted ^= bytes[i] == '"';
        if (quoted || bytes[i] != '\r') {
          bytes[to++] = bytes[i];
        }
      }
      return to - offset;
    }
  }
}
