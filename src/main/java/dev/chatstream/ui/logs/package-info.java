/// The log window.
///
/// May import: `core`, `term` and `ui`.
package dev.chatstream.ui.logs;
