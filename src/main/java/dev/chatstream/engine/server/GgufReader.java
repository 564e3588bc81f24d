package dev.chatstream.engine.server;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Reads the header of a GGUF file, versions 2 and 3, little endian (ggml's docs/gguf.md). All lengths are bounded: the
/// file may be anything.
final class GgufReader {
  private static final int MAGIC = 0x46554747;
  private static final long MOST_ENTRIES = 100_000;
  private static final long LONGEST_TEXT = 4L << 20;
  private static final int LONGEST_KEPT = 64 << 10;
  private static final int MOST_DIMENSIONS = 8;
  private static final int TEXT = 8;
  private static final int LIST = 9;

  private final DataInputStream in;

  private GgufReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /// @throws IOException when the file is no GGUF, or its header is damaged
  static ModelFacts read(Path file) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return new GgufReader(stream).header(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (EOFException e) {
      throw new IOException("the file ends in its header", e);
    }
  }

  private ModelFacts header(long size, long modified) throws IOException {
    if (int32() != MAGIC) {
      throw new IOException("it is no GGUF file");
    }
    int version = int32();
    if (version < 2 || version > 3) {
      throw new IOException("GGUF version " + version + " is not known");
    }
    long tensors = bounded(int64(), MOST_ENTRIES);
    long entries = bounded(int64(), MOST_ENTRIES);
    Map<String, Object> metadata = new TreeMap<>();
    String template = "";
    for (long i = 0; i < entries; i++) {
      String key = text();
      Object value = value(int32());
      if (key.equals("tokenizer.chat_template")) {
        template = String.valueOf(value);
      } else if (value != null && !(value instanceof String text && text.length() > LONGEST_KEPT)) {
        metadata.put(key, value);
      }
    }
    String quantization = Quantization.of(metadata.get("general.file_type"));
    return new ModelFacts(size, modified, parameters(tensors), quantization, template, metadata);
  }

  private long parameters(long tensors) throws IOException {
    long sum = 0;
    for (long i = 0; i < tensors; i++) {
      text();
      int dimensions = (int) bounded(int32(), MOST_DIMENSIONS);
      long product = 1;
      for (int d = 0; d < dimensions; d++) {
        product *= int64();
      }
      sum += product;
      int32();
      int64();
    }
    return sum;
  }

  private Object value(int type) throws IOException {
    return switch (type) {
      case 0 -> in.readUnsignedByte();
      case 1 -> in.readByte();
      case 2 -> (int) Short.reverseBytes(in.readShort()) & 0xffff;
      case 3 -> Short.reverseBytes(in.readShort());
      case 4 -> int32() & 0xffffffffL;
      case 5 -> int32();
      case 6 -> Float.intBitsToFloat(int32());
      case 7 -> in.readByte() != 0;
      case TEXT -> text();
      case LIST -> skipList();
      case 10, 11 -> int64();
      case 12 -> Double.longBitsToDouble(int64());
      default -> throw new IOException("its header has a value of unknown type " + type);
    };
  }

  /// Lists are vocabularies: read over, not kept.
  private Object skipList() throws IOException {
    int type = int32();
    long count = bounded(int64(), LONGEST_TEXT);
    for (long i = 0; i < count; i++) {
      if (type == TEXT) {
        in.skipNBytes(bounded(int64(), LONGEST_TEXT));
      } else if (type == LIST) {
        throw new IOException("its header has a list of lists");
      } else {
        value(type);
      }
    }
    return null;
  }

  private String text() throws IOException {
    byte[] bytes = in.readNBytes((int) bounded(int64(), LONGEST_TEXT));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int int32() throws IOException {
    return Integer.reverseBytes(in.readInt());
  }

  private long int64() throws IOException {
    return Long.reverseBytes(in.readLong());
  }

  private static long bounded(long value, long most) throws IOException {
    if (value < 0 || value > most) {
      throw new IOException("its header is damaged");
    }
    return value;
  }
}
