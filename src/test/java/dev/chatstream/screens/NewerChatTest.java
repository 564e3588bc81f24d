package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.store.file.DataRoot;
import dev.chatstream.testing.Pilot;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chat that a newer program wrote: read, never written, and what is said on top of it is not lost.
class NewerChatTest {

  private static final String CHAT =
      """
          {"schema":3,"id":"01900000-0000-7000-8000-0000000000aa","title":"Newer","timestamp":"20261123_101530",
          "conversation":[{"role":"user","content":"From the future"}],"branches":[],"metadata":{}}
          """;

  @TempDir
  private Path home;

  @Test
  void itOpensReadOnlyAndGoesOnInACopy() throws Exception {
    Path file = DataRoot.open(home).chats().resolve("newer.json");
    Files.writeString(file, CHAT);
    Pilot pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8.2B", 8.2)).press("^O");
    assertTrue(pilot.shows("newer version, read only"), pilot::screen);
    pilot.press("Enter");
    assertTrue(pilot.shows("From the future"), pilot::screen);
    assertEquals("! newer.json is of a newer version: read only. Esc S saves a copy.", pilot.lastRow());
    assertTrue(pilot.shows("read only"), pilot::screen);
    pilot.type("typed here").press("Enter");
    assertEquals("! This chat can only be read. Esc S saves what is shown under another name.", pilot.lastRow());
    assertTrue(pilot.shows(" > typed here"), pilot::screen);
    pilot.press("^S");
    assertEquals("This chat can only be read. Esc S saves what is shown under another name.", pilot.lastRow());
    assertEquals(CHAT, Files.readString(file));
    pilot.press("Esc S, Enter");
    assertTrue(Files.readString(file.resolveSibling("newer-copy.json")).contains("From the future"));
    assertTrue(pilot.shows(" > typed here"), pilot::screen);
    pilot.press("Enter").says("answered here").ends();
    assertTrue(Files.readString(file.resolveSibling("newer-copy.json")).contains("answered here"));
    assertEquals(CHAT, Files.readString(file));
  }
}
