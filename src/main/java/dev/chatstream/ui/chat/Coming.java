package dev.chatstream.ui.chat;

import dev.chatstream.core.state.Turn;
import dev.chatstream.ui.markdown.Sections;
import dev.chatstream.ui.theme.ThemeRole;
import java.time.Instant;

/// The answer that is coming, as the last message of the transcript: its heading, what was thought, what is said. What
/// grew is extended, nothing else is touched.
final class Coming {

  private final Transcript transcript;
  private final int heading;
  private final boolean thinks;
  private final boolean open;
  private final boolean answers;
  private final Grown thinking = new Grown(Sections.plain(), ThemeRole.THINKING);
  private final Grown answer = new Grown(Sections.markdown(), ThemeRole.TEXT);
  private int end;

  /// A text that grows at the end of the transcript.
  private final class Grown {
    private final Sections sections;
    private final ThemeRole role;
    private int from;
    private int length;

    Grown(Sections sections, ThemeRole role) {
      this.sections = sections;
      this.role = role;
    }

    /// @return the first item that changed; the end when none did
    int grow(CharSequence text) {
      if (text.length() == length) {
        return end;
      }
      length = text.length();
      int first = sections.grow(text, false);
      transcript.cut(from + first);
      for (int i = first; i < sections.size(); i++) {
        transcript.add(new Item.Said(sections, sections.get(i), role));
      }
      end = transcript.size();
      return from + first;
    }
  }

  /// Puts an answer after the messages.
  ///
  /// @param open whether what was thought is shown whole
  Coming(Transcript transcript, Item.Heading head, Turn turn, boolean open, Instant now) {
    this.transcript = transcript;
    this.heading = transcript.size();
    this.open = open;
    thinks = turn.thinking().length() > 0;
    answers = turn.answers();
    transcript.add(head);
    if (thinks) {
      transcript.add(thought(turn, now));
      if (open) {
        thinking.from = transcript.size();
        thinking.grow(turn.thinking());
        if (answers) {
          transcript.add(new Item.Blank());
        }
      }
    }
    end = transcript.size();
    answer.from = end;
    answer.grow(turn.text());
  }

  /// Whether the answer is made of other parts now, so that it has to be begun anew.
  boolean outgrown(Turn turn, boolean opened) {
    return thinks != turn.thinking().length() > 0 || answers != turn.answers() || open != opened;
  }

  /// Whether this is its last section so far.
  boolean endsWith(Item.Said said) {
    return transcript.size() >= end && transcript.item(end - 1).equals(said);
  }

  /// The item after its last one.
  int end() {
    return end;
  }

  /// Shows how far it has come.
  ///
  /// @return the first item that looks different; the end when none does
  int grow(Turn turn, Item.Heading head, Instant now) {
    int first = end;
    if (!transcript.item(heading).equals(head)) {
      transcript.set(heading, head);
      first = heading;
    }
    if (thinks && !answers) {
      Item.Thought before = (Item.Thought) transcript.item(heading + 1);
      boolean longer = turn.thinking().length() > before.text().length();
      if (longer || before.seconds() != turn.thought(now).toSeconds()) {
        transcript.set(heading + 1, thought(turn, now));
        first = Math.min(first, heading + 1);
      }
      first = Math.min(first, open ? thinking.grow(turn.thinking()) : first);
    }
    return Math.min(first, answer.grow(turn.text()));
  }

  private Item.Thought thought(Turn turn, Instant now) {
    Item.Heading head = (Item.Heading) transcript.item(heading);
    return new Item.Thought(
        head.number() - 1, turn.thinking(), turn.thought(now).toSeconds(), !answers, open);
  }
}
