package dev.chatstream.core.input;

/// A prompt with blanks such as `{{language}}`.
///
/// @param name as its file is called, without the extension
public record Template(String name, String text) {}
