package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.Writing;
import dev.chatstream.core.input.Action;
import dev.chatstream.testing.Pilot;
import java.nio.file.Path;
import java.util.List;
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
    assertEquals(new WindowCommand.EditText("a first try"), pilot.guest());
    pilot.on(new Writing.TextEdited("a second\ntry"));
    assertEquals("a second\ntry", written());
    pilot.press("^Z");
    assertEquals("a first try", written());
    pilot.press("^Y");
    assertEquals("a second\ntry", written());
  }

  @Test
  void anEditorThatFailsSaysSo() {
    pilot.type("mine").press("^X").on(new Writing.GuestLeft("vim ended with code 1. The text is as it was."));
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

  @Test
  void earlierPromptsOfAllChatsComeBack() {
    pilot.exchange("What is a fjord?", "A bay.").press("^N").exchange("And a firth?", "The same.").press("^N");
    pilot.type("new").press("Alt-Up");
    assertEquals("And a firth?", written());
    pilot.press("Alt-Up");
    assertEquals("What is a fjord?", written());
    pilot.press("Alt-Down, Alt-Down");
    assertEquals("new", written());
    Pilot later = Pilot.start(80, 24, folder, Pilot.model("qwen3:8b", "8.2B", 8.2)).press("Esc, k").type("FJORD");
    assertTrue(later.shows("> What is a fjord?"), later::screen);
    assertFalse(later.shows("And a firth?"), later::screen);
    later.press("Enter");
    assertEquals("What is a fjord?", later.windows().unsent());
  }

  @Test
  void aQueuedQuestionIsShownAndComesBack() {
    pilot.ask("One").says("It").ask("Two").ask("Three");
    assertTrue(pilot.shows("2 queued · Alt-Up takes back: Three"), pilot::screen);
    pilot.press("Alt-Up");
    assertEquals("Three", written());
    assertTrue(pilot.shows("1 queued · Alt-Up takes back: Two"), pilot::screen);
    pilot.press("Enter, Esc, j");
    assertTrue(pilot.shows("> 1  Two"), pilot::screen);
    pilot.press("Delete");
    assertEquals(List.of("Three"), pilot.state().chat().queued());
    pilot.press("Enter");
    assertEquals("Three", written());
    assertEquals(List.of(), pilot.state().chat().queued());
    assertFalse(pilot.shows("queued ·"), pilot::screen);
  }

  @Test
  void whatWasNotSentWaitsForItsChat() {
    pilot.exchange("First chat", "Yes.").press("^N").exchange("Second chat", "Yes.");
    pilot.type("for the second").press("^O").type("First").press("Enter");
    assertEquals("", written());
    pilot.type("for the first").press("^O").type("Second").press("Enter");
    assertEquals("for the second", written());
    pilot.press("^C, ^O").type("First").press("Enter");
    assertEquals("for the first", written());
  }

  @Test
  void aTemplateIsKeptTakenOutAndFilledIn() {
    pilot.type("Translate into {{language}}: {{text}}").press("Tab").press("Esc 1");
    pilot.on(new Event.ActionTriggered(Action.KEEP_TEMPLATE)).type("Translate it").press("Enter");
    assertTrue(pilot.shows("Kept as .store/templates/translate-it.md."), pilot::screen);
    pilot.press("^C, Esc {").type("trans");
    assertTrue(pilot.shows("> translate-it"), pilot::screen);
    pilot.press("Enter").type("French").press("Tab");
    assertEquals("Translate into French: {{text}}", written());
    pilot.press("Enter");
    assertTrue(pilot.shows("{{text}} is still blank. Enter again sends it so."),
        pilot::screen);
    pilot.type("a fjord").press("Enter");
    assertEquals("", written());
    assertEquals("Translate into French: a fjord", pilot.state().chat().chat().conversation().getLast().content());
  }

  @Test
  void tallQuestionsThatWaitLeaveTheReplyInSight() {
    pilot.ask("How?").says("The reply itself.");
    pilot.paste("first line\n".repeat(40)).press("Enter");
    assertTrue(pilot.shows("The reply itself."), pilot.screen());
    assertTrue(pilot.shows("37 more lines"), pilot.screen());
    pilot.paste("x".repeat(2_000)).press("Enter").ask("third").ask("fourth");
    assertTrue(pilot.shows("The reply itself."), pilot.screen());
    assertTrue(pilot.shows("39 more lines"), pilot.screen());
    assertTrue(pilot.shows("1,930 more characters"), pilot.screen());
    assertTrue(pilot.shows("queued, 2 more: Esc j"), pilot.screen());
  }
}
