package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.testing.Pilot;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is copied is what can be seen, wherever the chat was scrolled to before.
class SelectionTest {

  @TempDir
  private Path home;

  private Pilot chat(int columns, int rows) {
    Pilot pilot = Pilot.start(columns, rows, home, Pilot.model("qwen3:8b", "8B", 8));
    for (int i = 1; i <= 12; i++) {
      String answer = IntStream.rangeClosed(1, 1 + i * 5 % 13)
          .mapToObj(line -> "Paragraph " + line + ". " + "A few words more. ".repeat(line % 5))
          .collect(Collectors.joining("\n\n"));
      pilot.exchange("Question " + i + "?", "Answer " + i + ".\n\n" + answer);
    }
    return pilot;
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "120, 40", "40, 10"})
  void whereverTheChatIsScrolledToTheSelectionBeginsInSight(int columns, int rows) {
    Pilot pilot = chat(columns, rows);
    for (int step = 0; step < 40; step++) {
      pilot.press(step % 3 == 0 ? "PgUp" : "Shift-Up").press("Tab, c");
      String first = pilot.copied().lines().findFirst().orElseThrow();
      boolean seen = pilot.copied().lines().filter(line -> !line.isBlank())
          .anyMatch(line -> pilot.shows(line.strip().substring(0, Math.min(12, line.strip().length()))));
      assertTrue(seen, step + ": " + first + "\n" + pilot.screen());
      pilot.press("Esc");
    }
  }

  @Test
  void anEarlierSelectionThatWasScrolledAwayIsNotTakenAgain() {
    Pilot pilot = chat(80, 24);
    pilot.press("Tab, k, Esc, PgUp, PgUp, PgUp, Tab, c");
    String first = pilot.copied().lines().findFirst().orElseThrow();
    assertTrue(pilot.shows(first), first + "\n" + pilot.screen());
    assertEquals(-1, first.indexOf("12"), first);
  }
}
