package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.testing.Pilot;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person's own keys: every place that names a key names the one that is bound.
class OwnKeysTest {

  @TempDir
  private Path home;

  private Pilot pilot;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(
        DataRoot.open(home).internal().resolve("keys.properties"),
        """
            save = F12, Esc N
            retry = F11
            quit = ^E
            input.line-end = End
            help = F2
            interrupt = ^V
            task =
            picker.choose = ^T, Enter
            picker.back = Esc
            log.files = F9
            """);
    pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8.2B", 8.2));
  }

  private void see(String text) {
    assertTrue(pilot.shows(text), () -> text + " in\n" + pilot.screen());
  }

  @Test
  void sentencesAndHintsNameThem() {
    pilot.ask("q").says("half");
    assertTrue(pilot.press("Left").lastRow().startsWith("^V stop"), pilot::lastRow);
    assertEquals("Stopped, 1 token kept. Esc + goes on, F11 tries again.", pilot.press("^V").lastRow());
    pilot.press("Left");
    see("F11 try again");
    assertEquals("^C does nothing here. F2 lists the keys.", pilot.press("^C").lastRow());
    assertEquals("Press ^V again to quit.", pilot.press("^V").lastRow());
    assertEquals("^E quits.", pilot.press("^D").lastRow());
    pilot.resize(38, 9);
    see("^E quits.");
  }

  @Test
  void helpCommandsAndTheKeyMenuFollow() {
    pilot.exchange("q", "a").press("Esc");
    see("N save chat");
    pilot.press("F1, ^P").type("save chat");
    see("F12   Esc N   /save");
    see("^T run");
    pilot.press("^T");
    see("Save this chat");
    pilot.press("Esc, F2, End");
    see("^E  /quit");
  }
}
