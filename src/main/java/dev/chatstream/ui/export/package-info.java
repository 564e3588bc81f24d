/// Whole chats as documents for other programs: Markdown and HTML. What a model wrote is harmless in them. Imports
/// `core`, `ui.markdown` and `ui.text`.
package dev.chatstream.ui.export;
