package dev.chatstream.ui.export;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Role;
import dev.chatstream.ui.markdown.HtmlText;
import dev.chatstream.ui.markdown.Sections;
import dev.chatstream.ui.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A chat as a document: its active path, each message under a heading with its number, who wrote it, and when.
public final class ChatDocument {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final String STYLE =
      """
          body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 sans-serif; }
          h2 { font-size: 1em; border-top: 1px solid #8888; padding-top: 0.8em; }
          h2 small { font-weight: normal; opacity: 0.7; }
          pre { overflow-x: auto; padding: 0.6em; border: 1px solid #8886; }
          pre.plain { white-space: pre-wrap; border: 0; padding: 0; font: inherit; }
          details { opacity: 0.8; }
          table { border-collapse: collapse; }
          td, th { border: 1px solid #8886; padding: 0.2em 0.6em; }
          """;

  private final Chat chat;
  private final ZoneId zone;

  /// @param zone in which times are written
  public ChatDocument(Chat chat, ZoneId zone) {
    this.chat = chat;
    this.zone = zone;
  }

  /// As Markdown. A block of code that a message left open is closed, so that the next one stands for itself.
  public String markdown() {
    StringBuilder out = new StringBuilder("# ").append(escaped(title())).append("\n\n");
    out.append(about()).append("\n");
    int number = 0;
    for (Message message : chat.conversation()) {
      out.append("\n## ").append(++number).append(". ").append(escaped(who(message)));
      out.append(" · ").append(facts(message)).append("\n\n");
      if (!message.thinking().isBlank()) {
        out.append("> ").append(thought(message)).append("\n>\n> ");
        out.append(closed(message.thinking().strip()).replace("\n", "\n> ")).append("\n\n");
      }
      out.append(closed(message.content().stripTrailing())).append("\n");
    }
    return out.toString();
  }

  /// As one page of HTML: no script, nothing from elsewhere, and nothing that a message could make of it.
  public String html() {
    StringBuilder out = new StringBuilder("<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\"");
    out.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\"");
    out.append(" content=\"light dark\">\n<title>").append(HtmlText.escaped(title())).append("</title>\n<style>\n");
    out.append(STYLE).append("</style>\n</head>\n<body>\n<h1>").append(HtmlText.escaped(title())).append("</h1>\n<p>");
    out.append(HtmlText.escaped(about())).append("</p>\n");
    int number = 0;
    for (Message message : chat.conversation()) {
      out.append("<h2 id=\"m").append(++number).append("\">").append(number).append(". ");
      out.append(HtmlText.escaped(who(message))).append(" <small>").append(HtmlText.escaped(facts(message)));
      out.append("</small></h2>\n");
      if (!message.thinking().isBlank()) {
        out.append("<details><summary>").append(thought(message)).append("</summary>\n");
        out.append(HtmlText.plain(message.thinking().strip())).append("</details>\n");
      }
      String content = message.content().stripTrailing();
      out.append(message.role() == Role.ASSISTANT ? HtmlText.of(content) : HtmlText.plain(content));
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private String title() {
    return chat.title().isBlank() ? "A chat without a name" : chat.title();
  }

  private String about() {
    return Words.count(chat.conversation().size(), "message") + ", begun " + time(chat.created()) + " (" + zone + ").";
  }

  private static String who(Message message) {
    String model = message.model().isEmpty() ? "Model" : message.model();
    return message.role() == Role.USER ? "You" : message.role() == Role.SYSTEM ? "System" : model;
  }

  private String facts(Message message) {
    List<String> facts = new ArrayList<>(List.of(time(message.created())));
    if (message.state() != MessageState.DONE) {
      facts.add(message.unanswered() ? "no answer" : message.state().wireName());
    }
    if (message.metrics().totalNanos() >= 0) {
      facts.add(Math.round(message.metrics().totalNanos() / 1e9) + " s");
    }
    if (message.metrics().tokens() >= 0) {
      facts.add(Words.count(message.metrics().tokens(), "token"));
    }
    return String.join(" · ", facts);
  }

  private static String thought(Message message) {
    long nanos = message.metrics().thinkingNanos();
    return nanos < 0 ? "Thinking" : "Thinking, " + Math.round(nanos / 1e9) + " s";
  }

  private String time(Instant time) {
    return MINUTE.format(time.atZone(zone));
  }

  /// On one line, as nothing but text: what people and files call a chat is no Markdown.
  private static String escaped(String words) {
    StringBuilder out = new StringBuilder();
    for (char sign : words.replaceAll("\\R", " ").toCharArray()) {
      if ("\\`*_[]<>#!|~&".indexOf(sign) >= 0) {
        out.append('\\');
      }
      out.append(sign);
    }
    return out.toString();
  }

  private static String closed(String content) {
    Sections sections = Sections.markdown();
    sections.grow(content, true);
    return sections.openFence().isEmpty() ? content : content + "\n" + sections.openFence();
  }
}
