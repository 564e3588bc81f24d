/// The window of task lists.
///
/// May import: `core`, `term` and `ui`.
package dev.chatstream.ui.lists;
