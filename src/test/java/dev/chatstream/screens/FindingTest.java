package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.state.Panel;
import dev.chatstream.testing.Pilot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finding: in the chat on the screen, in all chats, and from the one to the other.
class FindingTest {

  @TempDir
  private Path home;
  private Pilot pilot;

  @BeforeEach
  void start() {
    pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8));
  }

  private void twoChats() {
    pilot.exchange("Plan the release", "The start-up time fell from 480 to 97 ms.")
        .press("^S, ^U").type("Release plan").press("Enter, ^N")
        .exchange("Something else", "Nothing about it.");
  }

  @Test
  void wordsInTheTextAreFoundAndOpenAtTheirMessage() {
    twoChats();
    pilot.press("^O").type("TIME fell");
    assertTrue(pilot.shows("\"The start-up time fell from 480 to 97 ms.\""), pilot.screen());
    assertTrue(pilot.shows("all 2 searched"), pilot.screen());
    pilot.press("Down, Enter");
    assertEquals("release-plan.json", pilot.state().chat().file());
    assertEquals(Panel.CHAT, pilot.state().focus());
    assertTrue(pilot.shows("▌ The start-up time"), pilot.screen());
    assertTrue(pilot.shows("Find: TIME fell"), pilot.screen());
  }

  @Test
  void leavingThePickerEndsTheSearch() {
    twoChats();
    pilot.press("^O").type("no such word anywhere");
    assertTrue(pilot.shows("No chat matches."), pilot.screen());
    pilot.press("Esc, Esc");
    assertTrue(pilot.asked(new Command.StopSearching()));
    assertTrue(pilot.state().dialogs().isEmpty());
  }

  @Test
  void findHereCountsGoesRoundAndWidens() {
    twoChats();
    pilot.exchange("A release again", "Release it.").press("^F").type("RELEASE");
    assertTrue(pilot.shows("1/2"), pilot.screen());
    pilot.press("Enter, n");
    assertTrue(pilot.shows("2/2"), pilot.screen());
    pilot.press("n");
    assertTrue(pilot.shows("1/2"), pilot.screen());
    pilot.press("N");
    assertTrue(pilot.shows("2/2"), pilot.screen());
    pilot.press("^F");
    assertTrue(pilot.shows("Search: RELEASE"), pilot.screen());
    assertTrue(pilot.shows("> Release plan") || pilot.shows("  Release plan"), pilot.screen());
    pilot.press("Esc, Esc, Esc");
    assertFalse(pilot.shows("Find:"), pilot.screen());
  }

  @Test
  void aLongChatIsSearchedToItsEnd() {
    String lines = IntStream.range(0, 100_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n\n"));
    pilot.exchange("Many", lines).press("Ctrl-Home, ^F").type("line 99998");
    assertTrue(pilot.shows("line 99998"), pilot.screen());
    assertTrue(pilot.shows("1/1"), pilot.screen());
    pilot.press("^U").type("line 12345").press("Enter, n");
    assertTrue(pilot.shows("1/1"), pilot.screen());
    assertTrue(pilot.shows("line 12345"), pilot.screen());
  }

  @Test
  void tagsAndPinsAreKeptInTheFileAndTakenBack() throws Exception {
    twoChats();
    pilot.press("^O, Down, Tab, t").type("home Work, x!").press("Enter");
    assertTrue(pilot.shows("Release plan  #home #Work #x"), pilot.screen());
    String file = Files.readString(home.resolve("chats/release-plan.json")).replaceAll("\\s+", " ");
    assertTrue(file.contains("\"tags\" : [ \"home\", \"Work\", \"x\" ]"), file);
    pilot.type("tag:work");
    assertTrue(pilot.shows("> Release plan"), pilot.screen());
    assertFalse(pilot.shows("Never named"), pilot.screen());
    pilot.press("Tab, p, ^U");
    assertTrue(pilot.shows("│ Pinned"), pilot.screen());
    pilot.press("^Z");
    assertFalse(pilot.shows("│ Pinned"), pilot.screen());
    assertFalse(Files.readString(home.resolve("chats/release-plan.json")).contains("pinned"));
  }

  @Test
  void theChatOnTheScreenIsTaggedThere() throws Exception {
    pilot.exchange("One", "Two").press("^S, ^U").type("Mine").press("Enter, ^O, Tab, p");
    assertTrue(Files.readString(home.resolve("chats/mine.json")).contains("\"pinned\" : true"));
    pilot.press("Tab, n, ^U").type("Another title").press("Enter");
    assertEquals("Another title", pilot.state().chat().chat().title());
    assertEquals("mine.json", pilot.state().chat().file());
    pilot.press("^Z");
    assertEquals("Mine", pilot.state().chat().chat().title());
  }

  @Test
  void aCopyIsAnotherChat() {
    twoChats();
    pilot.press("^O, Down, Tab, d");
    assertTrue(pilot.shows("Release plan copy"), pilot.screen());
    assertEquals(3, pilot.state().library().chats().stream().map(ChatSummary::id).distinct().count());
  }

  @Test
  void theOrderIsAskedOfAKeyAndRemembered() {
    twoChats();
    pilot.press("^O, ^R, ^R");
    assertTrue(pilot.shows("^R title"), pilot.screen());
    assertTrue(Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8)).press("^O").shows("^R title"));
  }

  @Test
  void aWideScreenShowsTheChatBesideTheList() {
    Pilot wide = Pilot.start(120, 40, home, Pilot.model("qwen3:8b", "8B", 8));
    wide.exchange("Plan the release", "The start-up time fell.").press("^S, ^U").type("Release plan")
        .press("Enter, ^N").exchange("Something else", "Nothing about it.").press("^O");
    assertTrue(wide.shows("Nothing about it."), wide.screen());
    wide.press("Down");
    assertTrue(wide.shows("1 You") && wide.shows("The start-up time fell."), wide.screen());
  }

  @Test
  void thePaletteFindsChatsModelsAndThemesByAFewLetters() {
    twoChats();
    pilot.press("^P").type("tta");
    assertTrue(pilot.shows("> to a task list"), pilot.screen());
    pilot.press("^U").type("rlpl");
    assertTrue(pilot.shows("│ Chats") && pilot.shows("Release plan"), pilot.screen());
    pilot.press("Enter");
    assertEquals("release-plan.json", pilot.state().chat().file());
    pilot.press("^P").type("qwen");
    assertTrue(pilot.shows("│ Models"), pilot.screen());
    pilot.press("^U").type("contr");
    assertTrue(pilot.shows("│ Themes") && pilot.shows("contrast"), pilot.screen());
    pilot.press("^U").type("doctor").press("Enter, Esc, ^P");
    assertTrue(pilot.shows("> doctor"), pilot.screen());
  }
}
