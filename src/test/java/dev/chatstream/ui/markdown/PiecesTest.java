package dev.chatstream.ui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PiecesTest {

  private static final String[] PARTS = {
    "word ", "\n", "\n\n", "# Head\n", "- item\n", "  - inner\n", "12. ten\n", "> quote\n", "```\n", "    code\n",
    "| a | b |\n| - | - |\n", "[ref]: http://x\n", "---\n", "\t", "\r\n", "é日本", "<div>\n", "* [x] done\n", "~~~sh\n",
    "===\n"
  };

  private static final String NESTED = """
      Intro.

      1. **Plan** it
         with care
         - who
         - when

           and where
      2. [x] Do it

      End.
      """;

  /// Whatever is written: all that is no blank is in some paragraph, once, in its order.
  @Test
  void noTextIsLostWhenATextIsCutByParagraphs() {
    Random random = new Random(4);
    for (int round = 0; round < 4_000; round++) {
      StringBuilder text = new StringBuilder();
      int parts = random.nextInt(20);
      for (int i = 0; i < parts; i++) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }
      String whole = text.toString();
      assertEquals(solid(whole), solid(String.join("", Pieces.paragraphs(whole))), whole);
    }
  }

  private static String solid(String text) {
    return text.replaceAll("\\s", "");
  }

  @Test
  void aHeadingGoesWithWhatFollowsIt() {
    assertEquals(List.of("Intro.", "## Steps\n\nOne.", "Two."),
        Pieces.paragraphs("Intro.\n\n## Steps\n\nOne.\n\nTwo.\n"));
  }

  @Test
  void anEntryKeepsWhatIsNestedInIt() {
    assertEquals(List.of("**Plan** it\nwith care\n- who\n- when\n\n  and where", "Do it"), Pieces.items(NESTED, false));
  }

  @Test
  void nestedEntriesCanStandByThemselves() {
    assertTrue(Pieces.nests(NESTED));
    assertFalse(Pieces.nests("- a\n- b\n"));
    assertEquals(List.of("**Plan** it\nwith care", "who", "when\n\nand where", "Do it"), Pieces.items(NESTED, true));
  }

  @Test
  void codeComesWithoutItsFences() {
    assertEquals(List.of("ls -l", "x = 1"), Pieces.code("Run:\n\n```sh\nls -l\n```\n\nthen\n\n    x = 1\n"));
    assertEquals(List.of(), Pieces.code("nothing"));
  }

  @Test
  void hostileTextIsOnePieceOrFew() {
    assertEquals(1, Pieces.paragraphs("x".repeat(Pieces.LONGEST + 1)).size());
    assertEquals(List.of(), Pieces.items("- a\n".repeat(Pieces.LONGEST), false));
    assertFalse(Pieces.items("- ".repeat(10_000) + "x", true).isEmpty());
    assertEquals(List.of(), Pieces.paragraphs(" \n\t\n"));
  }
}
