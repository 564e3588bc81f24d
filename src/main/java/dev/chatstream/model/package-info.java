/// Talking to model servers that speak Ollama's API. [dev.chatstream.model.ModelServer] is what the rest of the program
/// sees; [dev.chatstream.model.OllamaChatModel] is the one that speaks.
///
/// A chat goes through ollama4j's request and response types and its endpoint caller, over a transport of our own
/// ([dev.chatstream.model.StreamingChatCaller], docs/adr/0004). What the library can't do goes through
/// [dev.chatstream.model.OllamaHttp] too, over [dev.chatstream.model.Connection], the only class that opens any.
///
/// May import: core, ollama4j, Jackson, the JDK, the tinylog API. Nothing of ollama4j or Jackson shows in a public
/// signature.
package dev.chatstream.model;
