/// Text wrapped to a width, numbers in words.
///
/// May import: `term`.
package dev.chatstream.ui.text;
