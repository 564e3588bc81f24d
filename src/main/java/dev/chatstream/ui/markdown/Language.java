package dev.chatstream.ui.markdown;

import java.util.List;
import java.util.Set;

/// What the words of a programming language look like, as far as colours need it.
///
/// @param lineComments what starts a comment that ends with the line
/// @param commentStart what starts a comment of several lines; empty when there is none
/// @param quotes what starts and ends a string, longer ones first; those of three signs go on over lines
/// @param keywords the words that the language keeps for itself
/// @param anyCase whether keywords may be written in capitals
record Language(
    List<String> lineComments,
    String commentStart,
    String commentEnd,
    List<String> quotes,
    Set<String> keywords,
    boolean anyCase) {

  /// Text without any such words.
  static final Language NONE = new Language(List.of(), "", "", List.of(), Set.of(), false);
}
