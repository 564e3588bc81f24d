/// Markdown as styled lines: growing text cut into sections, each laid out by itself when it is looked at.
///
/// May import: `term`, `ui.text`, `ui.theme`, commonmark. Nothing else knows commonmark.
package dev.chatstream.ui.markdown;
