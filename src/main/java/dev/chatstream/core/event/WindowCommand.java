package dev.chatstream.core.event;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.preference.Preferences;
import java.util.List;
import java.util.UUID;

/// For the windows: the loop does it itself.
public sealed interface WindowCommand extends Command {

  /// Put this text into the input, before what is there.
  record PutInput(String text) implements WindowCommand {}

  /// Put this text into the input; what is there now comes back later.
  record SwapInput(String text) implements WindowCommand {}

  /// Put what was in the input before back into it.
  record GiveInputBack() implements WindowCommand {}

  /// Put this template into the input in the place of what is there, and begin at its first blank.
  record BeginTemplate(String text) implements WindowCommand {}

  /// Keep what is written in the input as a template of this name.
  record KeepInputAsTemplate(String name) implements WindowCommand {}

  /// These were asked before, the last one last.
  record KnowPrompts(List<String> prompts) implements WindowCommand {}

  /// Empty the input: its text was taken.
  record ClearInput() implements WindowCommand {}

  /// Show this log file; an empty path is the program's own log.
  record ShowLog(String path) implements WindowCommand {}

  /// Send this text to the terminal's clipboard.
  record Copy(String text) implements WindowCommand {}

  /// Show what was thought before the message of the moment, or fold it.
  record FoldThinking() implements WindowCommand {}

  /// Look for words in the chat; when that is done already, in all chats.
  record FindHere() implements WindowCommand {}

  /// Select this message of the chat, and mark these words in all of it.
  record ShowMessage(UUID message, String words) implements WindowCommand {}

  /// Draw with this theme.
  record ShowTheme(String name) implements WindowCommand {}

  /// Go by these settings.
  record UsePreferences(Preferences before, Preferences now) implements WindowCommand {}

  /// Go by these lines of the file of keys; `trouble` says why it can't be read, or is empty.
  record UseKeys(List<String> lines, String trouble) implements WindowCommand {}

  /// Send the whole screen anew.
  record Redraw() implements WindowCommand {}

  /// Give what is written in the input to the person's editor; [Writing.TextEdited] brings it back.
  record EditInput() implements WindowCommand {}

  /// Put this text into the input in the place of what is there.
  record ReplaceInput(String text) implements WindowCommand {}

  /// What another program does on the person's terminal, while nothing is drawn; [Writing.GuestLeft] tells of its end.
  sealed interface ForGuest extends WindowCommand {}

  /// Give this text to the person's editor; [Writing.TextEdited] brings it back if it was changed.
  record EditText(String text) implements ForGuest {}

  /// Give one of the person's own files to their editor; it is written when they changed it.
  record EditOwnFile(OwnFile file) implements ForGuest {}

  /// Show this chat as Markdown in the person's pager, or in their editor, where changes lead nowhere.
  ///
  /// @param name of the file that they see, such as `release-plan.md`
  record ShowChat(String name, Chat chat, boolean editor) implements ForGuest {}

  /// Take the line for slow from now on, or no more.
  record ToggleSlow() implements WindowCommand {}

  /// Ask the terminal what it can do.
  record ExamineTerminal() implements WindowCommand {}

  /// Give the terminal back to the shell until the person returns.
  record Suspend() implements WindowCommand {}
}
