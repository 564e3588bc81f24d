/// The chat: transcript, input, and the status and hint lines.
///
/// May import: `core`, `term` and `ui`.
package dev.chatstream.ui.chat;
