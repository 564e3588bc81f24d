package dev.chatstream.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The columns of a table: what is shown, in which order, how wide.
final class TableColumnsTest {

  private static final List<String> LIST = List.of("index", "id", "content", "status", "owner");

  private static List<String> shown(TableColumns columns) {
    return columns.all().stream().filter(TableColumns.Column::shown).map(TableColumns.Column::name).toList();
  }

  @Test
  void aListsOwnColumnsAreShownWhereNobodyChose() {
    TableColumns usual = TableColumns.USUAL.of(LIST);

    assertEquals(List.of("index", "status", "content", "owner"), shown(usual));
    assertEquals(LIST.size(), usual.all().size());
  }

  @Test
  void aColumnIsHiddenShownSizedAndMoved() {
    TableColumns changed = TableColumns.USUAL.of(LIST).flipped("status").flipped("ID").sized("owner", 30)
        .moved("owner", -9);

    assertEquals(List.of("owner", "index", "content", "id"), shown(changed));
    assertEquals(30, changed.all().getFirst().width());
  }

  @Test
  void theLastColumnThatIsShownStays() {
    TableColumns columns = new TableColumns(List.of(new TableColumns.Column("content", 0, true)));

    assertTrue(columns.flipped("content").all().getFirst().shown());
  }

  @Test
  void aChoiceFollowsTheListWhenItsColumnsChange() {
    TableColumns chosen = TableColumns.USUAL.of(LIST).flipped("owner");

    TableColumns now = chosen.of(List.of("index", "content", "owner", "estimate"));

    assertEquals(List.of("index", "content", "estimate"), shown(now));
    assertFalse(now.place("status").isPresent());
  }
}
