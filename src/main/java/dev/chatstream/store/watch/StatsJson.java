package dev.chatstream.store.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.chatstream.core.watch.FolderSize;
import dev.chatstream.core.watch.RunFigures;
import dev.chatstream.core.watch.Timing;
import dev.chatstream.core.watch.TimingFigures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figures as JSON: in `.store/stats.json`, and for scripts. Times there are whole microseconds.
public final class StatsJson {

  private static final int SCHEMA = 1;
  private static final long MICRO = 1_000;
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private StatsJson() {}

  /// All that `stats --json` tells.
  ///
  /// @param free bytes that are free on the disk
  public static String of(List<FolderSize> folders, long free, List<RunFigures> runs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = generator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("schema", SCHEMA);
      out.writeNumberField("free_bytes", free);
      out.writeObjectFieldStart("folders");
      for (FolderSize folder : folders) {
        out.writeObjectFieldStart(folder.name());
        out.writeNumberField("files", folder.files());
        out.writeNumberField("bytes", folder.bytes());
        out.writeEndObject();
      }
      out.writeEndObject();
      runs(runs, out);
      out.writeEndObject();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// Writes what the file holds.
  static void print(List<RunFigures> runs, OutputStream stream) throws IOException {
    try (JsonGenerator out = generator(stream)) {
      out.writeStartObject();
      out.writeNumberField("schema", SCHEMA);
      runs(runs, out);
      out.writeEndObject();
      out.writeRaw('\n');
    }
  }

  private static JsonGenerator generator(OutputStream stream) throws IOException {
    DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return JSON.createGenerator(stream).setPrettyPrinter(lines);
  }

  private static void runs(List<RunFigures> runs, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("runs");
    for (RunFigures run : runs) {
      out.writeStartObject();
      out.writeStringField("begun", run.begun().toString());
      out.writeStringField("ended", run.ended().toString());
      out.writeObjectFieldStart("timings");
      for (TimingFigures timing : run.timings()) {
        out.writeObjectFieldStart(timing.timing().key());
        out.writeNumberField("count", timing.count());
        out.writeNumberField("p50_us", timing.median() / MICRO);
        out.writeNumberField("p99_us", timing.p99() / MICRO);
        out.writeNumberField("max_us", timing.longest() / MICRO);
        out.writeEndObject();
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /// Reads what [#print] wrote; unknown names are passed over.
  ///
  /// @throws IOException when it is something else
  static List<RunFigures> parse(byte[] text) throws IOException {
    try (JsonParser in = JSON.createParser(text)) {
      List<RunFigures> runs = new ArrayList<>();
      begin(in.nextToken(), JsonToken.START_OBJECT);
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = name(in);
        if (in.nextToken() == JsonToken.START_ARRAY && name.equals("runs")) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            runs.add(run(in));
          }
        } else {
          in.skipChildren();
        }
      }
      begin(in.nextToken(), null);
      return runs;
    } catch (DateTimeParseException e) {
      throw new IOException("a time that is none", e);
    }
  }

  private static RunFigures run(JsonParser in) throws IOException {
    begin(in.currentToken(), JsonToken.START_OBJECT);
    Instant begun = Instant.EPOCH;
    Instant ended = Instant.EPOCH;
    List<TimingFigures> timings = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = name(in);
      JsonToken value = in.nextToken();
      switch (name) {
        case "begun" -> begun = Instant.parse(in.getText());
        case "ended" -> ended = Instant.parse(in.getText());
        case "timings" -> {
          begin(value, JsonToken.START_OBJECT);
          timings(in, timings);
        }
        default -> in.skipChildren();
      }
    }
    return new RunFigures(begun, ended, timings);
  }

  private static void timings(JsonParser in, List<TimingFigures> timings) throws IOException {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      Optional<Timing> timing = timing(name(in));
      begin(in.nextToken(), JsonToken.START_OBJECT);
      long[] figures = new long[4];
      while (in.nextToken() != JsonToken.END_OBJECT) {
        int place = List.of("count", "p50_us", "p99_us", "max_us").indexOf(name(in));
        if (in.nextToken() == JsonToken.VALUE_NUMBER_INT && place >= 0) {
          figures[place] = in.getLongValue();
        } else {
          in.skipChildren();
        }
      }
      timing.ifPresent(known -> timings.add(new TimingFigures(
          known, figures[0], figures[1] * MICRO, figures[2] * MICRO, figures[3] * MICRO, List.of())));
    }
  }

  private static Optional<Timing> timing(String key) {
    for (Timing timing : Timing.values()) {
      if (timing.key().equals(key)) {
        return Optional.of(timing);
      }
    }
    return Optional.empty();
  }

  private static String name(JsonParser in) throws IOException {
    begin(in.currentToken(), JsonToken.FIELD_NAME);
    return in.currentName();
  }

  /// A text that ends too early has no token here, one that ends too late has one where null is wanted.
  private static void begin(JsonToken found, JsonToken wanted) throws IOException {
    if (found != wanted) {
      throw new IOException("not what this program writes");
    }
  }
}
