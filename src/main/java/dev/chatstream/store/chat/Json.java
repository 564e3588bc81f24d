package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/// How this program reads and writes JSON: strictly, and within bounds that no real chat reaches.
public final class Json {

  /// Characters in one text; a hundred times the longest reply seen.
  static final int LONGEST_TEXT = 100_000_000;

  /// Levels of objects and arrays within each other.
  static final int DEEPEST = 100;

  private static final JsonFactory FACTORY = new JsonFactoryBuilder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
      .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxStringLength(LONGEST_TEXT)
          .maxNestingDepth(DEEPEST)
          .build())
      .build();

  /// Numbers that nobody here knows are kept exactly, so floats become decimals.
  public static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
      .build();

  private static final String OUT_OF_BOUNDS = "it is nested too deeply, or a text in it is too long";

  private Json() {}

  /// Writes a text exactly, half characters (lone surrogates) too, which UTF-8 can't hold and an escape can.
  static void writeText(JsonGenerator out, String text) throws IOException {
    if (wholeCharacters(text)) {
      out.writeString(text);
      return;
    }
    out.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
    out.writeString(text);
    out.disable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
  }

  /// The same as a field of an object.
  public static void writeTextField(JsonGenerator out, String name, String text) throws IOException {
    out.writeFieldName(name);
    writeText(out, text);
  }

  /// Why a file is not JSON, or no chat, in words.
  static String reason(IOException error) {
    if (error instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    if (error instanceof JsonProcessingException json) {
      JsonLocation at = json.getLocation();
      String where = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
      return (json instanceof StreamConstraintsException ? OUT_OF_BOUNDS : "it is not sound JSON") + where;
    }
    return Failures.words(error);
  }

  private static boolean wholeCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair = Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        return false;
      }
      i++;
    }
    return true;
  }
}
