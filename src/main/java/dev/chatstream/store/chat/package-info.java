/// Chats and drafts as JSON files. The only place that knows how a chat looks on disk. Imports `core`, `store.file`,
/// `store.legacy` and Jackson.
package dev.chatstream.store.chat;
