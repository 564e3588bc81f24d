package dev.chatstream.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tinylog.Logger;

/// The file of [State]. Read right after the first frame, so it uses Jackson's parser alone, not its data binding.
public final class StateFile {

  /// What was read.
  ///
  /// @param state empty when there is none, or it was broken
  /// @param told one sentence about what is wrong; empty when nothing is
  public record Loaded(State state, String told) {}

  private static final int LARGEST = 1 << 20;

  /// Made when the file is read, which is after the first frame.
  private static final class Parser {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build();
  }

  private final DataRoot root;
  private final FileOps ops;

  /// What is there was not read, and so is not written over.
  private boolean unread;

  /// The state of this data root.
  public StateFile(DataRoot root) {
    this(root, FileOps.DISK);
  }

  /// @param ops the disk, or in tests one that fails
  public StateFile(DataRoot root, FileOps ops) {
    this.root = root;
    this.ops = ops;
  }

  /// Reads the state. Never fails: a broken file is put aside as `state.json.broken` and told.
  public Loaded read() {
    Path file = root.state();
    try {
      if (RegularFile.look(file).isEmpty()) {
        return new Loaded(State.EMPTY, "");
      }
      String text = text(file);
      unread = false;
      return parsed(text, file);
    } catch (IOException e) {
      // It may be sound and only the disk is not, so it stays where it is until something is written.
      unread = true;
      return new Loaded(State.EMPTY, "The last choices can't be read: " + Failures.words(e) + ". Choose again.");
    } catch (StoreException e) {
      return new Loaded(State.EMPTY, e.getMessage());
    }
  }

  private Loaded parsed(String text, Path file) {
    try {
      return new Loaded(parse(text), "");
    } catch (IOException e) {
      return new Loaded(State.EMPTY, putAside(file));
    }
  }

  /// Writes the state whole. The last window to write wins: nothing of value is in it.
  public void write(State state) throws StoreException {
    try (LockFile lock = LockFile.take(root.locks(), "state", "state.json", LockFile.WAIT)) {
      if (unread && Files.exists(root.state(), LinkOption.NOFOLLOW_LINKS)) {
        Logger.warn(putAside(root.state()));
        unread = false;
      }
      new AtomicFile(ops).replace(root.state(), out -> print(state, out));
    }
  }

  private String putAside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + ".broken");
    try {
      ops.replace(file, aside);
      return "The last choices can't be read and were put aside as " + aside.getFileName() + ". Choose again.";
    } catch (IOException e) {
      return "The last choices can't be read: " + Failures.words(e) + ". Choose again.";
    }
  }

  private static String text(Path file) throws IOException, StoreException {
    try (FileChannel channel = RegularFile.openToRead(file);
        InputStream in = Channels.newInputStream(channel)) {
      if (channel.size() > LARGEST) {
        throw new IOException("too large");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static State parse(String text) throws IOException {
    Map<String, String> known = new LinkedHashMap<>();
    Map<String, String> extra = new LinkedHashMap<>();
    try (JsonParser in = Parser.JSON.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (!isKnown(name)) {
          extra.put(name, raw(in, text));
        } else if (value == JsonToken.VALUE_STRING) {
          known.put(name, in.getText());
        } else {
          in.skipChildren(); // Of another kind than ours: as if it were not there.
        }
      }
      if (in.nextToken() != null) {
        throw new IOException("something follows its end");
      }
    }
    return new State(
        known.getOrDefault("model", ""),
        known.getOrDefault("host", ""),
        known.getOrDefault("list", ""),
        known.getOrDefault("chat", ""),
        known.getOrDefault("chat_sort", ""),
        known.getOrDefault("panels", ""),
        extra);
  }

  /// The text of a value as it stands in the file.
  private static String raw(JsonParser in, String text) throws IOException {
    int begin = (int) in.currentTokenLocation().getCharOffset();
    in.skipChildren();
    in.finishToken();
    return text.substring(begin, (int) in.currentLocation().getCharOffset()).strip();
  }

  private static void print(State state, OutputStream stream) throws IOException {
    try (JsonGenerator out = Parser.JSON.createGenerator(stream)) {
      out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      out.writeStartObject();
      out.writeStringField("model", state.model());
      out.writeStringField("host", state.host());
      out.writeStringField("list", state.list());
      out.writeStringField("chat", state.chat());
      out.writeStringField("chat_sort", state.sort());
      if (!state.layout().isEmpty()) {
        out.writeStringField("panels", state.layout());
      }
      for (Map.Entry<String, String> kept : state.extra().entrySet()) {
        out.writeFieldName(kept.getKey());
        out.writeRawValue(kept.getValue());
      }
      out.writeEndObject();
      out.writeRaw('\n');
    }
  }

  private static boolean isKnown(String name) {
    return switch (name) {
      case "model", "host", "list", "chat", "chat_sort", "panels" -> true;
      default -> false;
    };
  }
}
