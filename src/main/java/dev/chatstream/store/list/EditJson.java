package dev.chatstream.store.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The records of an edit journal as JSON. What a step is stands in its first place:
/// `["put",row,key,column,before,after]`, `["add",row,key,behind,its key,[cells]]`, `["drop",...]` with the same, and
/// `["move",row,key,from behind,its key,to behind,its key]`.
final class EditJson {

  private static final JsonFactory JSON = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
      .build();

  /// A record: a change, or how the file was that they are changes of.
  sealed interface Entry {}

  /// The file that the changes after this are changes of.
  ///
  /// @param rows how many it has
  record Base(ListBase.Signature signature, int rows) implements Entry {}

  /// What happened.
  ///
  /// @param kind `edit`, `undo`, `redo`; in a history `done` or `undone`
  record Did(String kind, ListEdit edit) implements Entry {}

  private EditJson() {}

  static byte[] bytes(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartArray();
      switch (entry) {
        case Base base -> {
          out.writeString("base");
          out.writeNumber(base.signature().length());
          out.writeNumber(base.signature().crc());
          out.writeNumber(base.rows());
        }
        case Did did -> {
          out.writeString(did.kind());
          out.writeString(did.edit().id());
          out.writeString(did.edit().words());
          for (RowOp op : did.edit().ops()) {
            op(op, out);
          }
        }
      }
      out.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Entry read(byte[] record) throws IOException {
    try (JsonParser in = JSON.createParser(record)) {
      expect(in.nextToken() == JsonToken.START_ARRAY);
      String kind = in.nextTextValue();
      if ("base".equals(kind)) {
        long length = in.nextLongValue(-1);
        int crc = in.nextIntValue(0);
        return new Base(new ListBase.Signature(length, crc), in.nextIntValue(-1));
      }
      String id = in.nextTextValue();
      String words = in.nextTextValue();
      expect(kind != null && EditHistory.KINDS.contains(kind) && id != null && words != null);
      List<RowOp> ops = new ArrayList<>();
      while (in.nextToken() == JsonToken.START_ARRAY) {
        ops.add(op(in));
      }
      return new Did(kind, new ListEdit(id, words, ops));
    }
  }

  private static void op(RowOp op, JsonGenerator out) throws IOException {
    out.writeStartArray();
    switch (op) {
      case RowOp.Put put -> {
        head("put", op, out);
        out.writeNumber(put.column());
        out.writeString(put.before());
        out.writeString(put.after());
      }
      case RowOp.Add add -> {
        head("add", op, out);
        row(add.behind(), add.behindKey(), add.cells(), out);
      }
      case RowOp.Drop drop -> {
        head("drop", op, out);
        row(drop.behind(), drop.behindKey(), drop.cells(), out);
      }
      case RowOp.Move move -> {
        head("move", op, out);
        out.writeNumber(move.from());
        out.writeString(move.fromKey());
        out.writeNumber(move.to());
        out.writeString(move.toKey());
      }
    }
    out.writeEndArray();
  }

  private static void head(String kind, RowOp op, JsonGenerator out) throws IOException {
    out.writeString(kind);
    out.writeNumber(op.ref());
    out.writeString(op.key());
  }

  private static void row(int behind, String behindKey, List<String> cells, JsonGenerator out) throws IOException {
    out.writeNumber(behind);
    out.writeString(behindKey);
    out.writeStartArray();
    for (String cell : cells) {
      out.writeString(cell);
    }
    out.writeEndArray();
  }

  private static RowOp op(JsonParser in) throws IOException {
    String kind = text(in);
    int ref = number(in);
    String key = text(in);
    RowOp op = switch (kind) {
      case "put" -> new RowOp.Put(ref, key, number(in), text(in), text(in));
      case "add" -> new RowOp.Add(ref, key, number(in), text(in), cells(in));
      case "drop" -> new RowOp.Drop(ref, key, number(in), text(in), cells(in));
      case "move" -> new RowOp.Move(ref, key, number(in), text(in), number(in), text(in));
      default -> throw new IOException("no step is called " + kind);
    };
    expect(in.nextToken() == JsonToken.END_ARRAY);
    return op;
  }

  private static List<String> cells(JsonParser in) throws IOException {
    expect(in.nextToken() == JsonToken.START_ARRAY);
    List<String> cells = new ArrayList<>();
    while (in.nextToken() == JsonToken.VALUE_STRING) {
      cells.add(in.getText());
    }
    return cells;
  }

  private static String text(JsonParser in) throws IOException {
    expect(in.nextToken() == JsonToken.VALUE_STRING);
    return in.getText();
  }

  private static int number(JsonParser in) throws IOException {
    expect(in.nextToken() == JsonToken.VALUE_NUMBER_INT);
    return in.getIntValue();
  }

  private static void expect(boolean so) throws IOException {
    if (!so) {
      throw new IOException("it is no record of an edit journal");
    }
  }
}
