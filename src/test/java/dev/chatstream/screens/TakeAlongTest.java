package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.testing.Pilot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copying, writing to files and exporting, with the keys of a person.
class TakeAlongTest {

  private static final String ANSWER = "Look:\n\n```java\nint a;\n\nint b;\n```\n\n- one\n- two";

  @TempDir
  private Path home;
  @TempDir
  private Path elsewhere;
  private Pilot pilot;

  @BeforeEach
  void start() {
    pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8)).exchange("How?", ANSWER);
  }

  @Test
  void aMessageIsCopiedAsItWasWritten() {
    pilot.press("Tab, c");
    assertEquals(ANSWER, pilot.copied());
    assertEquals("Sent " + ANSWER.length() + " characters to your terminal's clipboard.", pilot.lastRow());
    pilot.press("k, y");
    assertEquals("How?", pilot.copied());
  }

  @Test
  void aBlockIsCopiedCodeWithoutItsFence() {
    pilot.press("Tab, ), ), c");
    assertEquals("int a;\n\nint b;", pilot.copied());
    pilot.press("), c");
    assertEquals("- one\n- two", pilot.copied());
  }

  @Test
  void theLastReplyIsCopiedFromTheInput() {
    pilot.press("Esc c");
    assertEquals(ANSWER, pilot.copied());
    pilot.press("^N, Esc c");
    assertEquals("There is no reply to copy yet.", pilot.lastRow());
  }

  @Test
  void aReplyThatIsComingIsCopiedAsFarAsItCame() {
    pilot.ask("More?").says("So f", "ar").press("Tab, c");
    assertEquals("So far", pilot.copied());
    pilot.press("Enter");
    assertEquals("This reply is still coming.", pilot.lastRow());
  }

  @Test
  void aLongTextIsInAFileAsWell() throws IOException {
    String text = "0123456789".repeat(1_000);
    pilot.exchange("Long?", text).press("Esc c");
    Path file = home.resolve(".store/copied.txt");
    assertTrue(pilot.shows("Sent 10,000 characters to your terminal's clipboard; also in"), pilot.screen());
    assertEquals(text, Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aTextThatNoTerminalTakesIsInAFileOnly() throws IOException {
    String text = "0123456789".repeat(10_000);
    pilot.exchange("Longer?", text).press("Esc c");
    assertTrue(pilot.shows("Too long for a terminal's clipboard: 100,000 characters are in"), pilot.screen());
    assertEquals(text, Files.readString(home.resolve(".store/copied.txt")));
  }

  @Test
  void aBlockIsWrittenToAFileThatIsNotThereYet() throws IOException {
    Path file = elsewhere.resolve("a.java");
    pilot.press("Tab, ), ), w");
    assertTrue(pilot.shows("~/chat-2.txt"), pilot.screen());
    pilot.press("^U").type(file.toString()).press("Enter");
    assertEquals("int a;\n\nint b;", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(pilot.lastRow().startsWith("Wrote "), pilot.lastRow());
    pilot.press("w, ^U").type(file.toString()).press("Enter");
    assertTrue(pilot.shows("is there already. Choose another"), pilot.screen());
    assertEquals("int a;\n\nint b;", Files.readString(file));
  }

  @Test
  void theMenuOfAMessageNamesWhatCanBeDone() {
    pilot.press("Tab, Enter");
    assertTrue(pilot.shows("Number 2, qwen3:8b, 14:03"), pilot.screen());
    pilot.press("o");
    assertEquals("int a;\n\nint b;", pilot.copied());
    assertFalse(pilot.shows("Number 2"), pilot.screen());
    pilot.press("Enter, i");
    assertTrue(pilot.shows("212 tokens in 5.0 s, 42 tok/s"), pilot.screen());
    pilot.press("Esc, k, Enter");
    assertFalse(pilot.shows("Code only, copied"), pilot.screen());
  }

  @Test
  void plainTextHasNoFrameAndNoMargin() {
    pilot.press("Tab, k, p");
    assertTrue(pilot.screen().startsWith("You:\nHow?\n\nqwen3:8b:\nLook:\n\n```java\nint a;\n"), pilot.screen());
    pilot.press("Esc");
    assertTrue(pilot.shows("[1 Chat]"), pilot.screen());
    pilot.press("j, Enter, p");
    assertTrue(pilot.screen().startsWith("Look:\n\n```java\n"), pilot.screen());
  }

  @Test
  void theWholeChatIsReadInAProgramOfOnesOwn() {
    pilot.type("/pager").press("Enter");
    assertEquals(new WindowCommand.ShowChat("chat.md", pilot.state().chat().chat(), false), pilot.guest());
  }

  @Test
  void plainTextScrolls() {
    pilot.exchange("Long?", "row\n".repeat(100) + "end").type("/plain").press("Enter");
    assertTrue(pilot.screen().startsWith("qwen3:8b:\nrow\n"), pilot.screen());
    pilot.press("End");
    assertTrue(pilot.shows("\nend\n"), pilot.screen());
    pilot.press("Home");
    assertTrue(pilot.screen().startsWith("You:\nHow?"), pilot.screen());
  }

  @Test
  void aChatIsExportedInTheFormatThatTheNameEndsIn() throws IOException {
    for (String ending : new String[] {"md", "html", "json"}) {
      Path file = elsewhere.resolve("chat." + ending);
      pilot.press("Esc X, ^U").type(file.toString()).press("Enter");
      assertTrue(pilot.lastRow().startsWith("Wrote "), pilot.screen());
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertTrue(Files.readString(file).contains("int a;"));
    }
    assertTrue(Files.readString(elsewhere.resolve("chat.html")).startsWith("<!doctype html>"));
    assertTrue(Files.readString(elsewhere.resolve("chat.md")).startsWith("# A chat without a name"));
    assertTrue(Files.readString(elsewhere.resolve("chat.json")).startsWith("{"));
  }

  @Test
  void aKeyChangesTheFormatAndTheEndingWithIt() {
    pilot.press("Esc X");
    assertTrue(pilot.shows("~/chat.md") && pilot.shows("Written as Markdown."), pilot.screen());
    pilot.press("Tab");
    assertTrue(pilot.shows("~/chat.html") && pilot.shows("Written as HTML."), pilot.screen());
    pilot.press("Tab, Tab");
    assertTrue(pilot.shows("~/chat.md"), pilot.screen());
  }
}
