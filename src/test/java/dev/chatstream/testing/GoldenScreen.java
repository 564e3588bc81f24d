package dev.chatstream.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Screens as plain text in `src/test/resources/screens`, compared exactly. To renew them after a wanted change, run
/// `mvn -o -Dquick test -Dtest=GoldenScreensTest -Dscreens.renew=true`, then read the diff as a reviewer would.
public final class GoldenScreen {

  private static final Path FOLDER = Path.of("src/test/resources/screens");

  private GoldenScreen() {}

  /// Compares what the pilot sees with the file of this name; the last line tells where the cursor stands.
  public static void check(String name, Pilot pilot) {
    VirtualTerminal terminal = pilot.terminal();
    String cursor = terminal.cursorVisible()
        ? "cursor: column " + terminal.cursorColumn() + ", row " + terminal.cursorRow()
        : "cursor: hidden";
    String seen = pilot.screen() + "\n" + cursor + "\n";
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("screens.renew")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, seen);
      }
      assertEquals(Files.readString(file), seen,
          () -> file + " shows another screen; see " + GoldenScreen.class.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
