package dev.chatstream.core.reduce;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.FilesEvent;
import dev.chatstream.core.chat.ExportFormat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Clip;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What a person takes out of a chat: to the terminal's clipboard, to a file, as a document.
final class TakeAlong {

  /// Some terminals drop texts that are longer; those are kept in a file as well.
  static final int LONG = 8 * 1024;

  private TakeAlong() {}

  static Step reduce(AppState state, FilesEvent event) {
    return switch (event) {
      case FilesEvent.Copied copied when copied.clip() == Clip.SENT && copied.text().length() <= LONG ->
        say(state, sent(copied.text().length()) + ".");
      case FilesEvent.Copied copied -> Step.to(state).and(new Command.KeepCopy(copied.text(), copied.clip()));
      case FilesEvent.CopyKept kept -> say(state, kept(kept));
      case FilesEvent.TextWritten written ->
        say(state.without(Dialog.WriteText.class), "Wrote " + written.file() + ".");
      case FilesEvent.ChatExported written -> say(state.without(Dialog.Export.class), "Wrote " + written.file() + ".");
      case FilesEvent.FilesRefused refused ->
        Step.to(state.with(Notice.warning(refused.failure().onScreen(), state.now()).about(Notice.About.DIALOG)));
    };
  }

  static Step choose(AppState state, Choice.OfMessage choice) {
    AppState left = state.without(Dialog.MessageMenu.class);
    return switch (choice) {
      case Choice.OpenMessage open -> Step.to(state.open(new Dialog.MessageMenu(open.message())));
      case Choice.Copy copy -> Step.to(left).and(new WindowCommand.Copy(copy.text()));
      case Choice.WantWrite wish -> Step.to(left.open(new Dialog.WriteText(wish.text(), wish.proposal())));
      case Choice.WriteText write -> Step.to(state).and(new Command.WriteText(write.text(), write.path()));
      case Choice.ReadPlain plain -> Step.to(left.open(new Dialog.Plain(Optional.of(plain.message()), plain.alone())));
      case Choice.ReadFacts facts -> Step.to(left.open(new Dialog.MessageFacts(facts.message())));
      case Choice.Export export -> Step.to(state)
          .and(new Command.ExportChat(state.chat().chat(), export.format(), export.path()));
    };
  }

  /// The last thing that a model said.
  static Step copyReply(AppState state) {
    List<Message> all = state.chat().chat().conversation();
    for (Message message : all.reversed()) {
      if (message.role() == Role.ASSISTANT) {
        return Step.to(state).and(new WindowCommand.Copy(message.content()));
      }
    }
    return say(state, "There is no reply to copy yet.");
  }

  static Step wantExport(AppState state) {
    return Step.to(state.open(new Dialog.Export("~/" + fileName(state.chat()) + "." + ExportFormat.MARKDOWN.ending())));
  }

  /// The whole chat in another program on this terminal.
  static Step show(AppState state, boolean editor) {
    ChatState chat = state.chat();
    return Step.to(state)
        .and(new WindowCommand.ShowChat(fileName(chat) + "." + ExportFormat.MARKDOWN.ending(), chat.chat(),
            editor));
  }

  /// The whole chat as plain text, from its end.
  static Step readPlain(AppState state) {
    Optional<UUID> last = state.chat().chat().head();
    return Step.to(state.open(new Dialog.Plain(last, false)));
  }

  private static String fileName(ChatState chat) {
    return chat.named() ? chat.file().replaceFirst("\\.json$", "") : "chat";
  }

  private static String kept(FilesEvent.CopyKept kept) {
    return switch (kept.clip()) {
      case SENT -> sent(kept.characters()) + "; also in " + kept.file() + ".";
      case TOO_LONG -> "Too long for a terminal's clipboard: " + count(kept.characters()) + " are in " + kept.file()
          + ".";
      case NOWHERE -> "This terminal has no clipboard: " + count(kept.characters()) + " are in " + kept.file() + ".";
    };
  }

  private static String sent(long characters) {
    return "Sent " + count(characters) + " to your terminal's clipboard";
  }

  private static String count(long characters) {
    return String.format(Locale.ROOT, "%,d character%s", characters, characters == 1 ? "" : "s");
  }

  private static Step say(AppState state, String sentence) {
    return Step.to(state.with(Notice.info(sentence)));
  }
}
