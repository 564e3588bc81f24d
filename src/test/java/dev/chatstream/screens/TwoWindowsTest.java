package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.testing.Pilot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two windows of the program, each with its own store, and an editor, on the files of one data root.
class TwoWindowsTest {

  private static final Event CHANGED = new Event.FilesChanged(false, Set.of("sea.json"), Set.of(), Set.of());

  @TempDir
  private Path home;

  private Pilot one;
  private Pilot two;

  @BeforeEach
  void open() {
    one = start(1).exchange("What is the sea?", "Water.").press("^S, ^U").type("sea").press("Enter");
    two = start(2).press("^O, Enter");
  }

  private Pilot start(int window) {
    return Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8.2B", 8.2)).idsFrom(window * 1000L);
  }

  private static List<String> path(Pilot pilot) {
    return pilot.state().chat().chat().conversation().stream().map(Message::content).toList();
  }

  private static Set<String> all(Pilot pilot) {
    return new TreeSet<>(Stream
        .concat(
            pilot.state().chat().chat().conversation().stream(), pilot.state().chat().chat().branches().stream())
        .map(Message::content).toList());
  }

  private Path file() {
    return home.resolve("chats/sea.json");
  }

  private void edit(String from, String to) throws Exception {
    String text = Files.readString(file());
    assertTrue(text.contains(from), text);
    Files.writeString(file(), text.replace(from, to));
  }

  @Test
  void whatTheOtherWindowAddedComesUp() {
    two.exchange("And the land?", "Earth.");
    one.on(CHANGED);
    assertEquals(List.of("What is the sea?", "Water.", "And the land?", "Earth."), path(one));
    assertTrue(one.lastRow().contains("sea.json was changed elsewhere: 2 messages added. ^Z undoes."), one.lastRow());
    one.press("^Z");
    assertEquals(List.of("What is the sea?", "Water."), path(one));
    two.on(CHANGED);
    assertTrue(two.lastRow().contains("2 messages taken away"), two.lastRow());
  }

  /// As `git checkout` of an older version, and back again.
  @Test
  void whatWentAwayElsewhereAndCameBackIsThereAgainAndStays() throws Exception {
    String shorter = Files.readString(file());
    two.exchange("And the land?", "Earth.");
    String longer = Files.readString(file());
    one.on(CHANGED);
    for (int round = 0; round < 2; round++) {
      Files.writeString(file(), shorter);
      one.on(CHANGED);
      assertEquals(2, path(one).size());
      Files.writeString(file(), longer);
      one.on(CHANGED);
      assertEquals(List.of("What is the sea?", "Water.", "And the land?", "Earth."), path(one));
    }
    one.exchange("And the sky?", "Air.");
    assertTrue(Files.readString(file()).contains("Earth."));
    assertTrue(Files.readString(file()).contains("Air."));
  }

  @Test
  void bothAskAtOnceAndNothingIsLost() {
    one.ask("one?");
    two.ask("two?");
    one.on(CHANGED);
    two.on(CHANGED);
    one.says("1").ends();
    two.says("2").ends();
    one.on(CHANGED);
    two.on(CHANGED);
    assertEquals(List.of("What is the sea?", "Water.", "one?", "1"), path(one));
    assertEquals(List.of("What is the sea?", "Water.", "two?", "2"), path(two));
    assertEquals(new TreeSet<>(List.of("What is the sea?", "Water.", "one?", "1", "two?", "2")), all(one));
    assertEquals(all(one), all(two));
    assertInstanceOf(SaveState.Saved.class, one.state().chat().save());
    assertInstanceOf(SaveState.Saved.class, two.state().chat().save());
  }

  @Test
  void aQuestionAfterTheOthersQuestionEndsInNoQuarrel() {
    one.ask("one?");
    two.on(CHANGED).ask("two?");
    one.on(CHANGED);
    two.on(CHANGED);
    one.says("1").ends().on(CHANGED);
    two.says("2").ends().on(CHANGED);
    one.on(CHANGED);
    assertEquals(List.of("What is the sea?", "Water.", "one?", "1"), path(one));
    assertEquals(List.of("What is the sea?", "Water.", "one?", "two?", "2"), path(two));
    assertEquals(all(one), all(two));
  }

  @Test
  void theSameMessageChangedTwiceIsComparedAndChosen() throws Exception {
    one.ask("more?");
    edit("\"more?\"", "\"more, in an editor?\"");
    one.breaks(new ModelError.Unreachable("localhost:11434", "connection refused"));
    assertInstanceOf(SaveState.NotSaved.class, one.state().chat().save());
    assertTrue(Files.readString(file()).contains("more, in an editor?"));
    one.press("^S");
    assertInstanceOf(Dialog.Clashes.class, one.state().dialog().orElseThrow());
    one.type("b");
    assertEquals(
        Set.of("What is the sea?", "Water.", "more?", "more, in an editor?"), all(one));
    assertInstanceOf(SaveState.Saved.class, one.state().chat().save());
    two.on(CHANGED);
    assertEquals(all(one), all(two));
  }

  @Test
  void aDeletedFileIsWrittenAgainOnlyWhenAsked() throws Exception {
    Files.delete(file());
    one.on(CHANGED);
    assertTrue(one.shows("NOT SAVED: sea.json was deleted elsewhere."), one.screen());
    assertTrue(Files.notExists(file()));
    one.press("^S").type("w");
    assertTrue(Files.exists(file()));
    assertInstanceOf(SaveState.Saved.class, one.state().chat().save());
  }

  @Test
  void aRenamedFileIsFollowedWhenAsked() throws Exception {
    Files.move(file(), home.resolve("chats/ocean.json"));
    one.exchange("more?", "yes").press("^S").type("g");
    assertEquals("ocean.json", one.state().chat().file());
    assertTrue(Files.notExists(file()));
    assertTrue(Files.readString(home.resolve("chats/ocean.json")).contains("more?"));
  }

  @Test
  void aFileThatIsBrokenElsewhereIsNeverWrittenTo() throws Exception {
    Files.writeString(file(), "{ broken");
    one.on(CHANGED).exchange("more?", "yes").press("^S");
    assertEquals("{ broken", Files.readString(file()));
    assertInstanceOf(SaveState.NotSaved.class, one.state().chat().save());
    one.press("Esc S, ^U").type("mine").press("Enter");
    assertTrue(Files.readString(home.resolve("chats/mine.json")).contains("more?"));
  }

  @Test
  void twoFilesWithOneIdStayTwo() throws Exception {
    Files.copy(file(), home.resolve("chats/copy.json"));
    two.press("^O").type("copy").press("Enter").exchange("copy?", "yes");
    one.exchange("first?", "yes");
    assertTrue(Files.readString(home.resolve("chats/copy.json")).contains("copy?"));
    assertTrue(!Files.readString(home.resolve("chats/copy.json")).contains("first?"));
    assertTrue(!Files.readString(file()).contains("copy?"));
  }

  @Test
  void aChatThatAnotherWindowShowsIsToldWhenItIsOpened() {
    assertEquals("! This chat is open in another window, too. What is added there comes here.", two.lastRow());
    one.press("^N").ask("A draft?").says("Yes.").ends();
    Pilot three = start(3).press("^O, Enter");
    assertEquals(List.of("A draft?", "Yes."), path(three));
    assertTrue(three.lastRow().startsWith("! This chat is open in another window, too."), three.lastRow());
  }
}
