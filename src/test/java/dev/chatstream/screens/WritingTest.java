package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.testing.Pilot;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does in the input, at the real screen.
class WritingTest {

  @TempDir
  private Path folder;

  private Pilot pilot;

  @BeforeEach
  void start() {
    pilot = Pilot.start(80, 24, folder, Pilot.model("qwen3:8b", "8.2B", 8.2));
  }

  private String written() {
    return pilot.windows().unsent();
  }

  @Test
  void theEditorGetsTheTextAndGivesItBack() {
    pilot.type("a first try").press("^X");
    assertEquals(new Command.EditText("a first try"), pilot.guest());
    pilot.on(new Event.TextEdited("a second\ntry"));
    assertEquals("a second\ntry", written());
    pilot.press("^Z");
    assertEquals("a first try", written());
    pilot.press("^Y");
    assertEquals("a second\ntry", written());
  }

  @Test
  void anEditorThatFailsSaysSo() {
    pilot.type("mine").press("^X").on(new Event.GuestLeft("vim ended with code 1. The text is as it was."));
    assertEquals("mine", written());
    assertTrue(pilot.shows("vim ended with code 1. The text is as it was."), pilot::screen);
  }

  @Test
  void theLastThingDoneIsUndoneFirst() {
    pilot.type("one two").press("^Z");
    assertEquals("one ", written());
    pilot.press("^Z, ^Z, ^Y, ^Y");
    assertEquals("one two", written());
    assertFalse(pilot.shows("nothing to undo"));
    pilot.press("^C, ^Z");
    assertEquals("one two", written());
  }

  @Test
  void aLongPasteIsFoldedAndSentWhole() {
    String paste = "a line of the report\n".repeat(50_000);
    pilot.type("Sum up: ").paste(paste).type("Thanks");
    assertTrue(pilot.shows("[pasted 50,000 lines, 1.1 MB]"), pilot::screen);
    pilot.press("Left, Left, Left, Left, Left, Left");
    assertTrue(pilot.shows("Esc . opens the paste"), pilot::screen);
    pilot.press("Enter");
    assertEquals("", written());
  }

  @Test
  void aFoldIsDeletedWholeAndComesBack() {
    pilot.paste("x\n".repeat(30)).paste("y\n".repeat(40));
    assertTrue(pilot.shows("[pasted 30 lines, 60 B]"), pilot::screen);
    pilot.press("Backspace");
    assertEquals("x\n".repeat(30), written());
    pilot.press("^Z");
    assertEquals("x\n".repeat(30) + "y\n".repeat(40), written());
    pilot.press("Esc .");
    assertFalse(pilot.shows("[pasted 40 lines"), pilot::screen);
  }

  @Test
  void aPasteThatIsTooLargeIsRefusedInWords() {
    pilot.type("kept").paste("0123456789".repeat(2_000_000));
    assertEquals("kept", written());
    assertTrue(pilot.shows("Nothing was pasted: 20.0 MB is more than a question can take (8 MB)."), pilot::screen);
  }
}
