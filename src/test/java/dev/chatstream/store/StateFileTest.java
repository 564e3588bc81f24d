package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private StateFile file;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    file = new StateFile(root);
  }

  @Test
  void remembersWhatWasChosen() throws Exception {
    assertEquals(new StateFile.Loaded(State.EMPTY, ""), file.read());
    State state = State.EMPTY
        .withModel("qwen3:8b")
        .withHost("http://h:1")
        .withList("a.csv")
        .withChat("c.json");
    file.write(state);
    assertEquals(new StateFile.Loaded(state, ""), file.read());
  }

  @Test
  void keepsWhatOtherVersionsRemember() throws Exception {
    String text = "{\"layout\": {\"a\":[1, 2.50]}, \"model\":\"m\", \"n\": 7, \"list\":null , \"s\":\"x\\\"y\"}";
    Files.writeString(root.state(), text);
    State state = file.read().state();
    assertEquals("m", state.model());
    file.write(state.withHost("h"));
    String written = Files.readString(root.state());
    assertTrue(written.contains("{\"a\":[1, 2.50]}"), written);
    assertTrue(written.contains("\"n\" : 7"), written);
    assertTrue(written.contains("\"x\\\"y\""), written);
    assertEquals("h", file.read().state().host());
    assertEquals(state.extra().get("layout"), file.read().state().extra().get("layout"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{} x", "{\"model\":\"a\",\"model\":\"b\"}", "nonsense"})
  void aBrokenOneIsPutAsideAndTold(String text) throws Exception {
    Files.writeString(root.state(), text);
    StateFile.Loaded loaded = file.read();
    assertEquals(State.EMPTY, loaded.state());
    assertTrue(loaded.told().contains("state.json.broken"));
    assertFalse(Files.exists(root.state()));
    assertEquals(text, Files.readString(root.state().resolveSibling("state.json.broken")));
    file.write(State.EMPTY.withModel("m"));
    assertEquals("m", file.read().state().model());
  }
}
