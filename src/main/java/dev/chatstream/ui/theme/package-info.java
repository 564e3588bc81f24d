/// How each role of the screen looks, read from theme files.
///
/// May import: `core` and `term`.
package dev.chatstream.ui.theme;
