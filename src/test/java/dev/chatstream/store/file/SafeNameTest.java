package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

  @ParameterizedTest
  @CsvSource({
    "Release plan, release-plan.json",
    "'  Release   plan  ', release-plan.json",
    "release-plan.json, release-plan.json",
    "Release.JSON, release.json",
    "v1.2 plan, v1.2-plan.json",
    "a_b, a_b.json",
    "What? Why!, what-why.json",
    "Ärger über Öl, ärger-über-öl.json",
    "計画, 計画.json",
    "план, план.json",
    "a:b|c*d, a-b-c-d.json",
    "console, console.json",
    "-rf, rf.json",
    "end..., end.json",
    "🎉 party, party.json"
  })
  void becomesSafe(String typed, String expected) throws StoreException {
    assertEquals(expected, SafeName.of(typed, ".json"));
  }

  @Test
  void twoWaysToWriteOneLetterGiveOneName() throws StoreException {
    assertEquals(SafeName.of("\u00e9", ".json"), SafeName.of("e\u0301", ".json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "   ", "../x", "..", ".", ".hidden", "a/b", "a\\b", "/etc/passwd", "con", "NUL", "com1", "lpt9.txt",
        "aux.json", "prn", "a\tb", "a\nb", "a\u0000b", "a\u001b[31mb", "a\u007fb", "a\u0085b", "🎉", "???", "---",
        ".json"
      })
  void isRefusedWithAReasonAndAWayOut(String typed) {
    StoreException refused = assertThrows(StoreException.class, () -> SafeName.of(typed, ".json"));
    assertTrue(refused.failure() instanceof StoreFailure.BadName);
    assertTrue(refused.getMessage().matches("[^\\p{Cntrl}]+\\. .+\\."), refused.getMessage());
  }

  @Test
  void isRefusedWhenTooLong() throws StoreException {
    assertThrows(StoreException.class, () -> SafeName.of("x".repeat(300), ".json"));
    assertThrows(StoreException.class, () -> SafeName.of("計".repeat(70), ".json"));
    assertEquals(200, SafeName.of("x".repeat(195), ".json").length());
  }

  @Test
  void numbersATakenNameAlsoWhereOnlyTheCaseDiffers() throws StoreException {
    assertEquals("a.json", SafeName.free("a.json", ".json", List.of("b.json")));
    assertEquals("a-2.json", SafeName.free("a.json", ".json", List.of("A.JSON")));
    assertEquals("a-3.json", SafeName.free("a.json", ".json", List.of("a.json", "A-2.json")));
    assertEquals("\u00e9-2.json", SafeName.free("\u00e9.json", ".json", List.of("e\u0301.json")));
  }
}
