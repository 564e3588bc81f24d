package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.state.Panel;
import dev.chatstream.testing.Pilot;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The menu that Esc opens swallows nothing, and stops nothing by accident.
class KeyMenuTest {

  @TempDir
  private Path home;
  private Pilot pilot;

  @BeforeEach
  void start() {
    pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8));
  }

  private boolean open() {
    return pilot.shows("any other key closes this");
  }

  @Test
  void aPasteGoesIntoTheInput() {
    pilot.press("Esc").paste("a pasted line");
    assertFalse(open(), pilot.screen());
    assertEquals("a pasted line", pilot.windows().written());
  }

  @Test
  void aLetterOrAnEscTypesNothing() {
    pilot.press("Esc").type("ä");
    assertFalse(open(), pilot.screen());
    pilot.press("Esc, Esc");
    assertFalse(open(), pilot.screen());
    assertEquals("", pilot.windows().written());
  }

  @Test
  void chordsActAsEverywhere() {
    pilot.press("Esc, ^O");
    assertTrue(pilot.shows("Chats"), pilot.screen());
    pilot.press("Esc, Esc, F1");
    assertTrue(pilot.shows("Help"), pilot.screen());
    pilot.press("Esc").type("some words").press("Esc, ^W");
    assertEquals("some ", pilot.windows().written());
    pilot.press("Esc, ^C");
    assertEquals("", pilot.windows().written());
    assertTrue(pilot.lastRow().startsWith("Cleared."), pilot.lastRow());
    pilot.press("Esc, ^C");
    assertEquals("Press ^C again to quit.", pilot.lastRow());
  }

  @Test
  void escTwiceLeavesAReplyAlone() {
    pilot.ask("How?").says("So").press("Esc");
    assertTrue(pilot.shows("x stops the reply"), pilot.screen());
    pilot.press("Esc");
    assertFalse(pilot.asked(new Command.StopTurn(pilot.request().turn())));
    assertEquals("The reply goes on. ^C stops it.", pilot.lastRow());
    pilot.press("Esc, ^C");
    assertTrue(pilot.asked(new Command.StopTurn(pilot.request().turn())));
  }

  @Test
  void theChatsOwnKeyGoesToTheChatAndBack() {
    pilot.exchange("How?", "So.").press("Esc 1");
    assertEquals(Panel.CHAT, pilot.state().focus());
    pilot.press("c");
    assertEquals("So.", pilot.copied());
    pilot.press("Esc 1");
    assertEquals(Panel.INPUT, pilot.state().focus());
    pilot.press("F5, Esc 1");
    assertEquals(Panel.CHAT, pilot.state().focus());
  }
}
