package dev.chatstream.core.event;

import dev.chatstream.core.failure.StoreFailure;

/// From the clipboard, and from those who write files for other programs.
public sealed interface FilesEvent extends Event {

  /// A text was meant for the terminal's clipboard.
  record Copied(String text, Clip clip) implements FilesEvent {}

  /// A text that was meant for the clipboard is in a file.
  ///
  /// @param file where it is
  record CopyKept(long characters, Clip clip, String file) implements FilesEvent {}

  /// A text is in a file.
  record TextWritten(String file) implements FilesEvent {}

  /// A chat is in a file for other programs.
  record ChatExported(String file) implements FilesEvent {}

  /// A file was not written.
  record FilesRefused(StoreFailure failure) implements FilesEvent {}
}
