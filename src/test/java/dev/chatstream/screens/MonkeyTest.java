package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.testing.Pilot;
import dev.chatstream.testing.VirtualTerminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any keys in any order at any size, while a model answers or fails: the screen never breaks, and what was drawn bit
/// by bit is what would be drawn anew. Each number is a sequence of its own, always the same.
class MonkeyTest {

  private static final List<String> KEYS = List.of(
      "Enter", "Enter", "Enter", "Esc", "Esc", "Tab", "Shift-Tab", "Up", "Down", "PgUp", "PgDn", "Home", "End", "Left",
      "Right", "Backspace", "Delete", "^S", "^G", "^T", "^O", "^N", "^P", "^R", "^C", "^L", "^Z", "^U", "^K", "^W",
      "^Y",
      "^J", "F1", "F5", "F8", "F12", "Esc m", "Esc z", "Esc ,", "Esc h", "Esc S", "Esc 1", "Space", "/", "q", "j", "5");
  private static final List<String> TEXTS =
      List.of("word ", "日本語", "👩‍🚀", "e\u0301", "\u001b[31m", "long".repeat(60), "\n", "x");

  @TempDir
  private Path home;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theScreenNeverBreaks(int seed) {
    Random random = new Random(seed);
    Pilot pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8.2B", 8.2), Pilot.model("m:1b", "1B", 1));
    StringBuilder done = new StringBuilder();
    for (int step = 0; step < 400 && pilot.state().exit().isEmpty(); step++) {
      done.append(act(pilot, random)).append(", ");
      String seen = pilot.screen();
      String cursor = cursor(pilot);
      pilot.on(new Event.ActionTriggered(Action.REDRAW));
      assertEquals(pilot.screen(), seen, () -> "after " + done);
      assertEquals(cursor(pilot), cursor, () -> "the cursor after " + done);
    }
  }

  private static String cursor(Pilot pilot) {
    VirtualTerminal terminal = pilot.terminal();
    return terminal.cursorVisible() ? terminal.cursorColumn() + "," + terminal.cursorRow() : "hidden";
  }

  private static String act(Pilot pilot, Random random) {
    int kind = random.nextInt(20);
    if (kind < 11) {
      String key = KEYS.get(random.nextInt(KEYS.size()));
      pilot.press(key);
      return key;
    }
    if (kind < 14) {
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      pilot.paste(text);
      return "paste " + text;
    }
    if (kind < 15) {
      int columns = 30 + random.nextInt(170);
      int rows = 8 + random.nextInt(50);
      pilot.resize(columns, rows);
      return "resize " + columns + "x" + rows;
    }
    if (kind < 16) {
      pilot.log(LogLevel.values()[random.nextInt(5)], "Monkey", TEXTS.get(random.nextInt(TEXTS.size()))).pass(1);
      return "log";
    }
    return world(pilot, random);
  }

  private static String world(Pilot pilot, Random random) {
    if (pilot.state().chat().turn().isPresent()) {
      switch (random.nextInt(6)) {
        case 0 -> pilot.ends();
        case 1 -> pilot.breaks(new ModelError.StreamTruncated("h"));
        default -> pilot.says(TEXTS.get(random.nextInt(TEXTS.size())), "and ");
      }
      return "model";
    }
    if (random.nextInt(4) == 0) {
      pilot.diskFails(new StoreFailure.DiskFull("chats/x.json"));
      return "disk full";
    }
    pilot.diskWorks();
    return "disk works";
  }
}
