package dev.chatstream.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatDocumentTest {

  private static final Instant NOW = Instant.parse("2026-11-23T14:03:00Z");
  private static final UUID ID = new UUID(0, 1);

  private static ChatDocument document(String title, String question, String answer, String thinking) {
    Message asked = Message.fromUser(ID, Optional.empty(), question, NOW);
    Metrics metrics = new Metrics(9_000_000_000L, -1, -1, -1, 212, -1, -1, 4_000_000_000L);
    Message said = Message.fromModel(
        new UUID(0, 2), ID, answer, thinking, "m:<1b>", Map.of(), MessageState.DONE, metrics, NOW);
    Chat chat = Chat.empty(new UUID(0, 3), NOW).withTitle(title).plus(asked).plus(said);
    return new ChatDocument(chat, ZoneOffset.UTC);
  }

  @Test
  void markdownHasAHeadingForEachMessage() {
    assertEquals(
        """
            # Plan

            2 messages, begun 2026-11-23 14:03 (Z).

            ## 1. You · 2026-11-23 14:03

            How?

            ## 2. m:\\<1b\\> · 2026-11-23 14:03 · 9 s · 212 tokens

            > Thinking, 4 s
            >
            > hm
            > so

            So.
            """,
        document("Plan", "How?", "So.", "hm\nso").markdown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"```\nnever closed", "~~~~py\nnever closed\n```"})
  void aBlockThatWasLeftOpenIsClosed(String question) {
    String made = document("Plan", question, "So.", "").markdown();
    String fence = question.substring(0, question.startsWith("~") ? 4 : 3);
    assertTrue(made.contains(question + "\n" + fence + "\n\n## 2."), made);
  }

  @Test
  void aTitleIsNoMarkdownAndAThoughtLeavesNothingOpen() {
    String made = document("# *Plan* <b>\n[x](y)", "How?", "So.", "```\nhm").markdown();
    assertTrue(made.startsWith("# \\# \\*Plan\\* \\<b\\> \\[x\\](y)\n"), made);
    assertTrue(made.contains("> ```\n> hm\n> ```\n\nSo."), made);
  }

  @Test
  void htmlShowsMarkdownAndObeysNothingInIt() {
    String made = document(
        "</title><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "**bold** <script>alert(1)</script>\n\n<iframe src=//x></iframe>\n\n[x](javascript:alert(1)) "
            + "![see](http://x/\"onload=\"a) ![s](data:text/html,x)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done",
        "<b>hm</b>").html();
    assertTrue(made.contains("<strong>bold</strong>"), made);
    assertTrue(made.contains("<td>1</td>"), made);
    assertTrue(made.contains("<small>2026-11-23 14:03 · 9 s · 212 tokens</small>"), made);
    assertTrue(made.contains("m:&lt;1b&gt;"), made);
    String lower = made.toLowerCase(java.util.Locale.ROOT);
    for (String forbidden : new String[] {"<script", "<iframe", "<img", "href=\"javascript", "href=\"data", "src=",
      "<b>"}) {
      boolean harmless = forbidden.equals("src=") && lower.indexOf("src=") == lower.indexOf("&lt;img src=") + 8;
      assertFalse(lower.contains(forbidden) && !harmless, forbidden + " in " + made);
    }
  }

  @Test
  void atableOfTooManyCellsIsShownAsItIs() {
    String table =
        "|" + "a|".repeat(2_000) + "\n|" + "-|".repeat(2_000) + "\n" + ("|" + "b|".repeat(2_000) + "\n").repeat(9);
    assertTrue(document("Plan", "How?", table, "").html().contains("<pre class=\"plain\">|a|a|"));
  }
}
