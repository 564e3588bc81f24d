package dev.chatstream.core.model;

/// All that a server tells about a model.
///
/// @param info the facts
/// @param template how messages become a prompt; empty when it isn't told
/// @param parameters the model's own defaults, a line each; empty when there are none
/// @param licence its text; empty when there is none
/// @param system the model's own system prompt; empty when there is none
/// @param from which family and architecture, in the server's words
public record ModelPage(
    ModelInfo info, String template, String parameters, String licence, String system, String from) {}
