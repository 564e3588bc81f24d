package dev.chatstream.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What other programs, editors and accidents leave in `chats/`.
class ChatReaderTest {

  @TempDir
  Path folder;

  private ChatStore store;
  private Path file;

  @BeforeEach
  void open() throws Exception {
    DataRoot root = DataRoot.open(folder);
    store = new ChatStore(root, InstantSource.fixed(ChatSamples.NOW));
    file = root.chats().resolve("a.json");
  }

  private String refused() {
    StoreException refused = assertThrows(StoreException.class, () -> store.open("a"));
    assertInstanceOf(StoreFailure.Unreadable.class, refused.failure());
    return refused.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"conversation\":[]} x | line 1",
        "{\"conversation\":[]}{} | follows its end",
        "{\"conversation\":[],\"conversation\":[]} | it is: it is not sound JSON: line 1, column 34.",
        "{\"conversation\":[{\"role\":\"user\",\"role\":\"user\",\"content\":\"\"}]} | not sound JSON: line 1, column",
        "{\"conversation\":[ | line 1",
        "[] | begin with {",
        "{} | no conversation",
        "{\"conversation\":{}} | not a list",
        "{\"conversation\":[7]} | not an object",
        "{\"conversation\":[{\"role\":\"user\"}]} | has no content",
        "{\"conversation\":[{\"role\":\"user\",\"content\":7}]} | not a text",
        "{\"conversation\":[{\"role\":\"god\",\"content\":\"\"}]} | unknown role",
        "{\"conversation\":[{\"role\":\"user\",\"content\":\"\",\"state\":\"odd\"}]} | unknown state",
        "{\"conversation\":[{\"role\":\"user\",\"content\":\"\",\"id\":\"1-2-3-4-5\"}]} | not an id",
        "{\"schema\":2,\"conversation\":[]} | no id",
        "{\"schema\":0,\"conversation\":[]} | version number",
        "{\"timestamp\":\"yesterday\",\"conversation\":[]} | not a time",
      })
  void isRefusedWithAReason(String text, String reason) throws Exception {
    Files.writeString(file, text);
    String sentence = refused();
    assertTrue(sentence.contains(reason), sentence);
    assertEquals(text, Files.readString(file));
  }

  @Test
  void thePlaceOfTheMistakeIsToldAndNotTheParsersWords() throws Exception {
    Files.writeString(file, "{\"conversation\":[],\n  \"ti\ntle\":1}");
    assertEquals("a.json can't be read and was left as it is: it is not sound JSON: line 2, column 6.", refused());
    assertEquals(refused(), store.list().getFirst().problem());
  }

  @Test
  void anEmptyFileAndOtherEncodingsAreRefused() throws Exception {
    Files.write(file, new byte[0]);
    refused();
    Files.write(file, "{\"conversation\":[],\"x\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(refused().contains("not UTF-8"));
    Files.write(file, "{\"conversation\":[]}".getBytes(StandardCharsets.UTF_16));
    refused();
  }

  @Test
  void deepNestingIsRefusedAndTakesNothingWithIt() throws Exception {
    Files.writeString(file, "{\"conversation\":[],\"x\":" + "[".repeat(100_000));
    String sentence = refused();
    assertTrue(sentence.contains("it is nested too deeply"), sentence);
    assertEquals(1, store.list().size());
  }

  @Test
  void aTextOf30MegabytesIsRead() throws Exception {
    String text = "x".repeat(30_000_000);
    Files.writeString(file, "{\"conversation\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}");
    assertEquals(text, store.open("a").chat().conversation().getFirst().content());
  }

  @Test
  void longTextsOfEmojiAreWrittenAsTheyAre() throws Exception {
    for (int shift = 0; shift < 4; shift++) {
      String text = "x".repeat(shift) + "🎉é計".repeat(20_000);
      String name = "emoji " + shift;
      StoredChat saved = store.saveNew(ChatSamples.asked(text), name, Optional.empty());
      assertEquals(text, store.open(name).chat().conversation().getFirst().content());
      Path written = file.resolveSibling(saved.at().file());
      assertTrue(Files.readString(written).contains(text));
    }
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws Exception {
    Files.writeString(file, "\uFEFF{\"conversation\":[]}");
    assertEquals(0, store.open("a").chat().conversation().size());
  }

  @Test
  void unknownKeysAreKeptInTheirOrderAndExactly() throws Exception {
    Files.writeString(file, """
        {"schema":2,"zeta":1.10,"id":"01932000-0000-7000-8000-000000000001","title":"t","timestamp":"20260102_030405",
        "alpha":{"y":[1,null,{"x":1e400}],"b":true},
        "conversation":[{"id":"01932000-0000-7000-8000-000000000002","parent":null,"role":"user","content":"c",
         "zz":0.1000,"aa":12345678901234567890123,"metrics":{"eval_count":3,"new_figure":7},
         "appended":{"from":"01932000-0000-7000-8000-000000000003","at":"2026-01-02T03:04:05Z","why":"x"}}],
        "metadata":{"messages_count":1,"mood":"fine","last_updated":"2026-01-02T03:04:05Z","a":null}}""");
    StoredChat opened = store.open("a");
    store.save(opened.chat(), opened.at());
    String written = Files.readString(file);
    for (String kept : new String[] {
      "\"zeta\" : 1.10", "1E+400", "\"zz\" : 0.1000", "12345678901234567890123",
      "\"new_figure\" : 7", "\"why\" : \"x\"",
      "\"mood\" : \"fine\"", "\"a\" : null", "\"b\" : true"
    }) {
      assertTrue(written.contains(kept), kept + " in " + written);
    }
    assertTrue(written.indexOf("zeta") < written.indexOf("alpha"));
    assertTrue(written.indexOf("\"zz\"") < written.indexOf("\"aa\""));
    assertEquals(opened.chat(), store.open("a").chat());
  }

  @Test
  void messagesThatTheOriginalProgramAddedToOursGetIdsThatStay() throws Exception {
    Files.writeString(file, """
        {"schema":2,"id":"01932000-0000-7000-8000-000000000001","title":"t","timestamp":"20260102_030405",
        "conversation":[{"id":"01932000-0000-7000-8000-000000000002","parent":null,"role":"user","content":"c"},
        {"role":"assistant","content":"d"}]}""");
    Chat first = store.open("a").chat();
    assertEquals(first, store.open("a").chat());
    assertEquals(first.conversation().get(0).id(), first.conversation().get(1).parent().orElseThrow());
    assertEquals(7, first.conversation().get(1).id().version());
  }

  @Test
  void theSummaryNamesTheSameChatAsOpeningDoes() throws Exception {
    Files.writeString(
        file,
        "{\"conversation\":[{\"content\":\"Q\",\"role\":\"USER\"},{\"role\":\"assistant\",\"content\":\"A\"}],"
            + "\"timestamp\":\"20240102_030405\"}");
    ChatSummary summary = store.list().getFirst();
    assertEquals(store.open("a").chat().id(), summary.id());
    assertEquals("a", summary.title());
    assertEquals("a.json", store.find(summary.id().toString()));
  }
}
