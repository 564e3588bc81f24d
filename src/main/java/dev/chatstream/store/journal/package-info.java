/// What is kept while it comes: replies that stream and text that was not sent, in `.store/journal`, and how it gets
/// back into its chat after a crash. Files are synchronous here; who writes when is `app`'s. Imports `core`,
/// `store.file`, `store.chat` and Jackson.
package dev.chatstream.store.journal;
