package dev.chatstream.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "plain é 漢字", "a 😀 b 👍🏽", "\uE000\uE400", "\uE800\uF900", "x\0y",
    "\uF8FF 🏳️‍🌈\uE7FF"})
  void comesBackAsItWent(String text) {
    assertEquals(text, TemplateText.unpack(TemplateText.pack(text)));
  }

  @Test
  void packsIntoCharactersThatTheBindingLeavesAlone() {
    String packed = TemplateText.pack("😀\0\uDBFF\uDFFF");
    assertTrue(packed.chars().allMatch(c -> c > 0 && !Character.isSurrogate((char) c)));
  }

  @Test
  void halfAPairBecomesTheReplacementCharacter() {
    assertEquals("a\uFFFDb", TemplateText.unpack(TemplateText.pack("a\uD83Db")));
  }
}
