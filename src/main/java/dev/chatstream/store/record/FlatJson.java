package dev.chatstream.store.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// One flat JSON object: texts, whole numbers, true and false. Read back as texts.
public final class FlatJson {

  private static final JsonFactory JSON = new JsonFactoryBuilder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private FlatJson() {}

  /// The object on one line, without a line end. Half a character, which UTF-8 can't hold, stands as an escape.
  ///
  /// @param fields in their order; values are `String`, `Long`, `Integer` or `Boolean`
  public static String line(Map<String, ?> fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(line)) {
      out.setHighestNonEscapedChar(0x7E);
      out.writeStartObject();
      for (Map.Entry<String, ?> field : fields.entrySet()) {
        out.writeFieldName(field.getKey());
        value(out, field.getValue());
      }
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.toString();
  }

  /// Reads one object; all its values as texts.
  ///
  /// @throws IOException when it is none, or holds anything but plain values
  public static Map<String, String> read(String line) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser in = JSON.createParser(line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no record");
      }
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (!value.isScalarValue()) {
          throw new IOException(name + " is no plain value");
        }
        fields.put(name, in.getText());
      }
      if (in.nextToken() != null) {
        throw new IOException("something follows its end");
      }
    }
    return fields;
  }

  private static void value(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case Boolean yes -> out.writeBoolean(yes);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case String text -> out.writeString(text);
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }
}
