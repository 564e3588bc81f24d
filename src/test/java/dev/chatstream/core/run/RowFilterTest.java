package dev.chatstream.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.task.TaskRow;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilterTest {

  private static final TaskRow ROW = new TaskRow(12, Map.of(
      "status", "Doing", "priority", "A", "tags", "work  home", "category", "", "content", "Write the Größe test"));

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
    "``; true", "status:open; true", "status:doing; true", "status:done; false", "prio:a; true", "priority:B; false",
    "#12; true", "#10-12; true", "#13-20; false", "tag:home; true", "tag:hom; false", "\"the größe\"; true",
    "grosse; true", "klein; false", "status:open prio:A #12-20 tag:work write; true", "status:open tag:x; false",
    "category:\"\"; true"
  })
  void allTermsHaveToHold(String filter, boolean takes) {
    assertEquals(takes, RowFilter.of(filter).takes(ROW));
  }
}
