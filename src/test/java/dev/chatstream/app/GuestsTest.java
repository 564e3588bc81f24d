package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.Writing;
import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.term.Guest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestsTest {

  @TempDir
  private Path folder;

  private DataRoot root;
  private final EventBus<Event> bus = new EventBus<>(64);

  @BeforeEach
  void open() throws StoreException {
    root = DataRoot.open(folder);
  }

  private List<Event> visit(Map<String, String> environment, WindowCommand.ForGuest work) throws InterruptedException {
    Guest guest = new Guests(root, environment, bus).guest(work);
    try {
      guest.run();
      guest.left(null);
    } catch (IOException e) {
      guest.left(e);
    }
    List<Event> told = new ArrayList<>();
    bus.drainTo(told, 0, 0);
    return told;
  }

  private static Chat chat(String question) {
    Message asked = Message.fromUser(UUID.randomUUID(), Optional.empty(), question, Instant.EPOCH);
    return Chat.empty(UUID.randomUUID(), Instant.EPOCH).withTitle("Release plan").plus(asked);
  }

  private static Event trouble(String sentence) {
    return new Writing.GuestLeft(sentence);
  }

  private List<Path> left() throws IOException {
    Path all = root.internal().resolve("editing");
    try (Stream<Path> files = Files.exists(all) ? Files.list(all) : Stream.empty()) {
      return files.toList();
    }
  }

  /// The command of an editor that does this with its file, in words that the shell has to part.
  private Map<String, String> editor(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("my editor.sh"), script);
    return Map.of("EDITOR", "sh -u '" + file + "'");
  }

  @Test
  void whatTheEditorWritesComesBack() throws IOException, InterruptedException {
    Map<String, String> editor = editor("grep -q 'one line' \"$1\" && printf 'two\\nlines, é\\n' > \"$1\"");
    assertEquals(
        List.of(new Writing.TextEdited("two\nlines, é"), trouble("")),
        visit(editor, new WindowCommand.EditText("one line")));
    assertEquals(List.of(), left());
  }

  @Test
  void theLineEndOfAnEditorIsNoChange() throws IOException, InterruptedException {
    Map<String, String> editor = editor("echo >> \"$1\"");
    assertEquals(List.of(trouble("")), visit(editor, new WindowCommand.EditText("as it was")));
  }

  @Test
  void anEditorThatFailsChangesNothing() throws IOException, InterruptedException {
    Map<String, String> editor = editor("echo other > \"$1\"; exit 3");
    List<Event> told = visit(editor, new WindowCommand.EditText("mine"));
    assertEquals(1, told.size());
    assertTrue(told.getFirst().toString().contains("ended with code 3. The text is as it was."), told.toString());
    assertEquals(List.of(), left());
  }

  @Test
  void anEditorThatIsNotThereIsNamed() throws InterruptedException {
    List<Event> told = visit(Map.of("VISUAL", "no-such-editor"), new WindowCommand.EditText("mine"));
    assertEquals(
        List.of(trouble("no-such-editor isn't there. Set VISUAL, EDITOR or PAGER to a program that is."
            + " The text is as it was.")),
        told);
    assertEquals(
        List.of(trouble("There is no pager here. Set PAGER, or install less.")),
        visit(Map.of("PATH", folder.toString()), new WindowCommand.ShowChat("a.md", chat("text"), false)));
  }

  @Test
  void bytesThatAreNoTextAreNotTaken() throws IOException, InterruptedException {
    Map<String, String> editor = editor("printf '\\377' > \"$1\"");
    assertEquals(
        List.of(trouble("The editor left no UTF-8 text. What you wrote before is in the input.")),
        visit(editor, new WindowCommand.EditText("mine")));
  }

  @Test
  void thePagerSeesTheNameAndNobodyElseTheText() throws IOException, InterruptedException {
    Path seen = folder.resolve("seen");
    Path script = Files.writeString(folder.resolve("pager.sh"),
        "cp -p \"$1\" '" + seen + "'; basename \"$1\" >> '" + seen + "'; echo changed > \"$1\"");
    List<Event> told = visit(
        Map.of("PAGER", "sh '" + script + "'"),
        new WindowCommand.ShowChat("release-plan.md", chat("a\u001b]52;c;x\u0007 question"), false));
    assertEquals(List.of(trouble("")), told);
    String shown = Files.readString(seen, StandardCharsets.UTF_8);
    assertTrue(shown.startsWith("# Release plan\n") && shown.endsWith("release-plan.md\n"), shown);
    assertTrue(shown.contains("\na␛]52;c;x") && !shown.contains("\u001b"), shown);
    if (OwnerOnly.POSIX) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(seen)));
    }
    assertEquals(List.of(), left());
  }
}
