package dev.chatstream.store.legacy;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/// A list of another program, open to be read row after row. Never all of it is in memory, but for the original
/// program's plain text, which is limited to [#LARGEST_PLAIN_TEXT]. Used by one thread. Close it.
public final class ForeignList implements AutoCloseable {

  /// The largest plain text list, in bytes.
  public static final long LARGEST_PLAIN_TEXT = 64L * 1024 * 1024;

  /// Why a list of the original program can't be added to.
  public static final String PLAIN_TEXT = "it is plain text of the original program, not CSV";

  private static final int HEAD = 64 * 1024;

  private final Path path;
  private final FileChannel channel;
  private final Encoding encoding;
  private final String kind;
  private final List<String> columns;
  private ForeignRows rows;

  private ForeignList(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.encoding = Encoding.of(channel);
    String head = head(encoding.reader(channel));
    if (OriginalList.matches(head)) {
      kind = PLAIN_TEXT;
      columns = OriginalList.COLUMNS;
    } else {
      Layout layout = Layout.of(head, head.length() < HEAD);
      kind = kind(layout);
      columns = layout.names();
      rows = new TableRows(encoding.reader(channel), layout, encoding);
    }
  }

  /// Opens any list that can be read at all.
  ///
  /// @throws StoreException when there is none, or it is no list
  public static ForeignList open(Path path) throws StoreException {
    FileChannel channel = RegularFile.openToRead(path);
    try {
      return new ForeignList(path, channel);
    } catch (IOException e) {
      close(channel, e);
      throw failure(e, path);
    }
  }

  /// Why it can't be added to whatever its rows are, in words that follow "it can't be added to:"; empty when that
  /// depends on its rows.
  public String kind() {
    return kind;
  }

  /// Its columns, by our names where they mean the same.
  public List<String> columns() {
    return columns;
  }

  /// The next row, or null at the end.
  public ForeignRow next() throws StoreException {
    try {
      if (rows == null) {
        rows = OriginalList.rows(text(), encoding);
      }
      return rows.next();
    } catch (IOException e) {
      throw failure(e, path);
    }
  }

  /// How many bytes were read of [#size].
  public long position() throws StoreException {
    try {
      return channel.position();
    } catch (IOException e) {
      throw failure(e, path);
    }
  }

  /// Bytes of the file.
  public long size() throws StoreException {
    try {
      return channel.size();
    } catch (IOException e) {
      throw failure(e, path);
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(e, path);
    }
  }

  private String kind(Layout layout) {
    if (!encoding.words().isEmpty()) {
      return "it is " + encoding.words() + " text, not UTF-8";
    }
    return layout.sep() ? "its first line is sep=, which is no row" : "";
  }

  private String text() throws IOException {
    if (channel.size() > LARGEST_PLAIN_TEXT) {
      throw new BadText("it is plain text of more than 64 MB");
    }
    StringBuilder text = new StringBuilder();
    Reader in = encoding.reader(channel);
    char[] chunk = new char[HEAD];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      text.append(chunk, 0, read);
    }
    return text.toString().replace('\0', ForeignRow.UNREADABLE);
  }

  private static String head(Reader in) throws IOException {
    char[] head = new char[HEAD];
    int length = 0;
    for (int read = in.read(head); read > 0; read = in.read(head, length, HEAD - length)) {
      length += read;
    }
    return new String(head, 0, length);
  }

  private static StoreException failure(IOException error, Path path) {
    return error instanceof BadText bad
        ? new StoreException(new StoreFailure.Unreadable(path.getFileName().toString(), bad.getMessage()), bad)
        : Failures.reading(error, path);
  }

  private static void close(FileChannel channel, IOException error) {
    try {
      channel.close();
    } catch (IOException e) {
      error.addSuppressed(e);
    }
  }
}
