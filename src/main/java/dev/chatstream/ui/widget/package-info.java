/// What windows share: a text being edited, a list of any length, columns. Knows nothing of windows.
///
/// May import: `term`, `ui.keys` and `ui.text`.
package dev.chatstream.ui.widget;
