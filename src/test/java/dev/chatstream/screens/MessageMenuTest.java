package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Message;
import dev.chatstream.testing.Pilot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The menu of a message: what it offers of branches, and why some of it can't be.
class MessageMenuTest {

  @TempDir
  private Path home;
  private Pilot pilot;

  @BeforeEach
  void start() {
    pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8))
        .exchange("One?", "First.")
        .exchange("Two?", "Second.");
  }

  private List<String> said() {
    return pilot.state().chat().chat().conversation().stream().map(Message::content).toList();
  }

  @Test
  void aQuestionIsEditedAndSentAgainAndItsVersionsAreWalked() {
    pilot.press("Tab, g, Enter, e").exchange(" Uno?", "Primo.");
    assertEquals("Primo.", said().getLast());
    assertEquals(2, said().size());
    pilot.press("Tab, g, Enter");
    assertTrue(pilot.shows("Older version           version 1 of 2"), pilot.screen());
    assertTrue(pilot.shows("Newer version           This is the last version."), pilot.screen());
    pilot.press("]");
    assertEquals("This is the last version.", pilot.lastRow());
    pilot.press("[");
    assertEquals(List.of("One?", "First.", "Two?", "Second."), said());
  }

  @Test
  void whatCanNotBeSaysWhy() {
    pilot.press("Tab, Enter");
    assertTrue(pilot.shows("Edit and send again ... Only what you wrote can be edited."), pilot.screen());
    assertTrue(pilot.shows("Fork from here          The chat ends here already."), pilot.screen());
    assertFalse(pilot.shows("version"), pilot.screen());
    pilot.press("e");
    assertEquals("Only what you wrote can be edited.", pilot.lastRow());
    pilot.press("Esc").ask("Three?").press("Tab, g, Enter");
    assertTrue(pilot.shows("A reply is coming."), pilot.screen());
  }

  @Test
  void aForkGoesOnFromTheMessage() {
    pilot.press("Tab, g, Down, Enter, f").exchange("Other?", "Else.");
    assertEquals(List.of("One?", "First.", "Other?", "Else."), said());
  }

  @Test
  void thePathBecomesAChatOfItsOwn() {
    pilot.press("Tab, g, Enter, s");
    assertEquals("This branch is chats/one.json now, too. ^O opens it.", pilot.lastRow());
    assertEquals(List.of("One?", "First.", "Two?", "Second."), said());
  }
}
