package dev.chatstream.core.find;

import java.util.Optional;
import java.util.UUID;

/// A chat in whose text all words of a query stand, some of them perhaps in its title.
///
/// @param file its file name in `chats/`; empty for a draft
/// @param chat its id
/// @param message the id of the message that holds most of the words; empty where the file has none
/// @param index the place of that message on the active path, from 0; -1 when it is on a branch
/// @param quote what stands around the first word there, on one line
public record Hit(String file, UUID chat, Optional<UUID> message, int index, String quote) {}
