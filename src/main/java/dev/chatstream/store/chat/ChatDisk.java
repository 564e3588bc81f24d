package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.file.Sha256;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.Fingerprint;
import dev.chatstream.store.file.RegularFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tinylog.Logger;

/// One chat file: read whole, read for a list, written whole.
final class ChatDisk {

  /// A larger file is not a chat that anybody wrote.
  static final long LARGEST_FILE = 1L << 30;

  /// A chat as it was read, with what its file was at that moment.
  record Read(Chat chat, int schema, Fingerprint fingerprint) {}

  @FunctionalInterface
  private interface Parser<T> {
    T parse(Reader text) throws IOException;
  }

  private final AtomicFile atomic;

  ChatDisk(FileOps ops) {
    this.atomic = new AtomicFile(ops);
  }

  Read read(Path file) throws StoreException {
    MessageDigest digest = Sha256.start();
    BasicFileAttributes found = look(file);
    ChatReader.Read read = parse(file, digest, ChatReader::read);
    return new Read(read.chat(), read.schema(), fingerprint(found, digest));
  }

  /// Reads what can be read of a damaged file. Characters that are none are shown as such.
  ChatReader.Salvaged salvage(Path file) throws StoreException {
    look(file);
    UUID otherwise = UUID.nameUUIDFromBytes(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    return parse(file, Sha256.start(), CodingErrorAction.REPLACE, text -> ChatReader.salvage(text, otherwise));
  }

  SummaryReader.Summary summary(Path file) throws StoreException {
    look(file);
    try (FileChannel channel = RegularFile.openToRead(file); InputStream in = Channels.newInputStream(channel)) {
      return parse(in, CodingErrorAction.REPORT, SummaryReader::read);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Gives the texts of a chat to this visitor, as far as it wants them.
  ///
  /// @return the chat's id, where that stands before what was read
  Optional<UUID> texts(Path file, ChatTexts.Visitor visitor) throws StoreException {
    look(file);
    try (FileChannel channel = RegularFile.openToRead(file); InputStream in = Channels.newInputStream(channel)) {
      return parse(in, CodingErrorAction.REPORT, text -> ChatTexts.read(text, visitor));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// What the file is now, or empty when there is none.
  Optional<Fingerprint> fingerprint(Path file) throws StoreException {
    Optional<BasicFileAttributes> found = RegularFile.look(file);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest digest = Sha256.start();
    try (FileChannel channel = RegularFile.openToRead(file);
        InputStream in = new DigestInputStream(Channels.newInputStream(channel), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
    return Optional.of(fingerprint(found.get(), digest));
  }

  /// Writes over the file, or makes it. Returns what it is then.
  void replace(Path file, Chat chat, Instant now, Written written) throws StoreException {
    atomic.replace(file, body(chat, now, written));
  }

  /// Takes away what a [#create] that failed has left.
  void clearStrays() throws StoreException {
    atomic.clearStrays();
  }

  /// Makes the file; returns false when there is one.
  boolean create(Path file, Chat chat, Instant now, Written written) throws StoreException {
    return atomic.create(file, body(chat, now, written));
  }

  /// Takes the fingerprint of what is being written, as soon as it is known.
  @FunctionalInterface
  interface Written {
    void is(Fingerprint fingerprint);
  }

  private static AtomicFile.Body body(Chat chat, Instant now, Written written) {
    return stream -> {
      MessageDigest digest = Sha256.start();
      Counting out = new Counting(new DigestOutputStream(stream, digest));
      ChatWriter.write(chat, now, out);
      written.is(new Fingerprint(out.count, now.toEpochMilli(), Sha256.end(digest)));
    };
  }

  private static <T> T parse(Path file, MessageDigest digest, Parser<T> parser) throws StoreException {
    return parse(file, digest, CodingErrorAction.REPORT, parser);
  }

  private static <T> T parse(Path file, MessageDigest digest, CodingErrorAction badBytes, Parser<T> parser)
      throws StoreException {
    try (FileChannel channel = RegularFile.openToRead(file);
        InputStream in = new DigestInputStream(Channels.newInputStream(channel), digest)) {
      return parse(in, badBytes, parser);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static <T> T parse(InputStream in, CodingErrorAction badBytes, Parser<T> parser) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(badBytes)
        .onUnmappableCharacter(badBytes);
    try (PushbackReader text = new PushbackReader(new InputStreamReader(in, decoder))) {
      int first = text.read();
      if (first >= 0 && first != '\uFEFF') {
        text.unread(first);
      }
      return parser.parse(text);
    }
  }

  private static StoreException unreadable(Path file, IOException error) {
    String name = file.getFileName().toString();
    if (error instanceof JsonProcessingException json) {
      Logger.info("{} is not sound JSON: {}", name, json.getOriginalMessage());
    }
    return new StoreException(new StoreFailure.Unreadable(name, Json.reason(error)), error);
  }

  private static BasicFileAttributes look(Path file) throws StoreException {
    String name = file.getFileName().toString();
    BasicFileAttributes found = RegularFile.look(file)
        .orElseThrow(() -> new StoreException(new StoreFailure.Missing(name)));
    if (found.size() > LARGEST_FILE) {
      throw new StoreException(new StoreFailure.Unreadable(name, "it is larger than 1 GB"));
    }
    return found;
  }

  private static Fingerprint fingerprint(BasicFileAttributes found, MessageDigest digest) {
    return new Fingerprint(found.size(), found.lastModifiedTime().toMillis(), Sha256.end(digest));
  }

  private static final class Counting extends FilterOutputStream {
    private long count;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int oneByte) throws IOException {
      out.write(oneByte);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }
}
