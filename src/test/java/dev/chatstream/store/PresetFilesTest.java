package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.Preset;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.DataRoot;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings come back from their files as they went there, and what a person wrote beside them stays.
class PresetFilesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:21:00Z");
  private static final ChatSettings ALL = new ChatSettings(
      "You are brief.\n\n  Indented, with = and #.",
      Map.of(
          Parameter.TEMPERATURE, new BigDecimal("0.20"), Parameter.TOP_P, 1, Parameter.SEED, -7,
          Parameter.STOP, List.of("END", "a,b", "\n"), Parameter.KEEP_ALIVE, "10m", Parameter.THINK, false,
          Parameter.NUM_CTX, 4096));

  @TempDir
  Path folder;

  private DataRoot root;
  private PresetFiles presets;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    presets = new PresetFiles(root);
  }

  private Path file(String name) {
    return root.internal().resolve("presets").resolve(name);
  }

  @Test
  void aPresetComesBackAsItWasKept() throws Exception {
    assertEquals("terse-editor.properties", presets.keep("Terse editor", ALL));
    assertEquals(List.of(new Preset("terse-editor.properties", "Terse editor", ALL, List.of())), presets.read());
  }

  @Test
  void commentsAndUnknownLinesStay() throws Exception {
    Files.writeString(file("mine.properties"), "# my own\nname = Mine\nseed = 1\n\nmood = good\ntop_k = 5\n");
    presets.keep("mine", new ChatSettings("Hi.", Map.of(Parameter.SEED, 2)));
    assertEquals("# my own\nname = mine\nseed = 2\n\nmood = good\nsystem = Hi.\n",
        Files.readString(file("mine.properties")));
  }

  @Test
  void mistakesAreToldWithFileAndLineAndTheRestCounts() throws Exception {
    Files.writeString(file("bad.properties"), "name = Bad\ntemperature = hot\nseed = 3\nwhat is this\nsede = 4\n");
    Preset preset = presets.read().getFirst();
    assertEquals(Map.of(Parameter.SEED, 3), preset.settings().values());
    assertEquals(
        List.of(
            "bad.properties:2: temperature is a number from 0 to 5, not \"hot\".",
            "bad.properties:4: this is no line of the form name = value.",
            "bad.properties:5: nothing is called sede."),
        preset.problems());
  }

  @Test
  void oneThatCanNotBeReadIsToldAndTheOthersAreThere() throws Exception {
    presets.keep("good", ALL);
    Files.write(file("broken.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertEquals(List.of("broken.properties", "good"), presets.read().stream().map(Preset::name).toList());
    assertEquals(1, presets.read().getFirst().problems().size());
  }

  @Test
  void aChatKeepsItsSettings() throws Exception {
    ChatStore chats = new ChatStore(root, InstantSource.fixed(NOW));
    Message said = Message.fromUser(new UUID(0, 5), Optional.empty(), "q", NOW);
    Chat chat = ALL.on(Chat.empty(new UUID(0, 9), NOW).plus(said));
    StoredChat stored = chats.saveNew(chat, "led", Optional.empty());
    Chat read = chats.open("led").chat();
    assertEquals(stored.chat(), read);
    assertEquals(ALL, ChatSettings.of(read));
    assertEquals(List.of(), ChatSettings.problems(read));
    String text = Files.readString(root.chats().resolve(stored.at().file()));
    assertEquals(true, text.contains("\"temperature\" : 0.20"), text);
  }
}
