package dev.chatstream.ui.chat;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.markdown.Sections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is taken out of a chat, and the file that is proposed for it.
public final class Taken {

  private Taken() {}

  /// The blocks of code of a text without their fences, a blank line between them; empty when there are none.
  public static String code(String markdown) {
    Sections sections = Sections.markdown();
    sections.grow(markdown, true);
    List<String> blocks = new ArrayList<>();
    for (int first = 0; first < sections.size(); first++) {
      int last = first;
      while (last + 1 < sections.size() && Sections.oneBlock(markdown, sections.get(last), sections.get(last + 1))) {
        last++;
      }
      if (sections.get(first).isCode()) {
        blocks.add(sections.source(sections.get(first), sections.get(last)));
      }
      first = last;
    }
    return String.join("\n\n", blocks);
  }

  /// A file for what is selected, called after the chat and the message.
  static String file(ChatState chat, ChatCursor cursor) {
    return file(chat, cursor.message() + 1, cursor.inBlock() ? ".txt" : ".md");
  }

  /// What of the chat is wanted in a list: the selected message or block.
  static Choice toTasks(TranscriptFeed feed, ChatCursor cursor) {
    Optional<UUID> message = feed.messages() == 0 ? Optional.empty() : feed.message(cursor.message()).map(Message::id);
    return new TalkChoice.WantTasks(message, message.isPresent() && cursor.inBlock() ? cursor.blockText() : "");
  }

  /// What is wanted when the whole chat is to be read in another program.
  static Event whole(Motion motion) {
    return new Event.ActionTriggered(motion == Motion.VIEW ? Action.VIEW : Action.PAGER);
  }

  /// A file in the person's own folder, called after the chat and the message.
  ///
  /// @param number of the message
  /// @param ending with its dot
  public static String file(ChatState chat, int number, String ending) {
    String name = chat.named() ? chat.file().replaceFirst("\\.json$", "") : "chat";
    return "~/" + name + "-" + number + ending;
  }
}
