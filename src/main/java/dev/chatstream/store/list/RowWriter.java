package dev.chatstream.store.list;

import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes rows as a list's own dialect has them.
final class RowWriter {

  private static final char NONE = '\0';

  private final CsvWriter writer;
  private final String lineEnd;

  RowWriter(Dialect dialect) {
    CsvWriterSettings settings = new CsvWriterSettings();
    settings.setFormat(format(dialect));
    settings.setQuoteAllFields(dialect.quoteAll());
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.trimValues(false);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setMaxColumns(1024);
    settings.setMaxCharsPerColumn(-1);
    settings.setSkipEmptyLines(false);
    settings.setQuotationTriggers('"', '\r', '\n', dialect.separator(), ' ', '#');
    settings.setQuoteEscapingEnabled(true);
    writer = new CsvWriter(settings);
    lineEnd = dialect.lineEnd();
  }

  /// How this program reads and writes a dialect with univocity.
  static CsvFormat format(Dialect dialect) {
    CsvFormat format = new CsvFormat();
    format.setDelimiter(dialect.separator());
    format.setQuote('"');
    format.setQuoteEscape('"');
    format.setCharToEscapeQuoteEscaping(NONE);
    format.setComment(NONE);
    format.setLineSeparator("\n");
    format.setNormalizedNewline('\n');
    return format;
  }

  /// The bytes of these rows, each with its line end.
  byte[] bytes(List<String[]> rows) {
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      text.append(writer.writeRowToString((Object[]) row)).append(lineEnd);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Why this text can't stand in a list, or empty when it can.
  static String refusal(String text) {
    if (text.indexOf(NONE) >= 0) {
      return "a text holds a zero character, which a list can't hold";
    }
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        ? ""
        : "a text holds half a character, which a list can't hold";
  }
}
