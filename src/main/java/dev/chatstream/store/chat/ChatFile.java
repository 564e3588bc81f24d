package dev.chatstream.store.chat;

import dev.chatstream.store.file.Fingerprint;
import java.util.UUID;

/// Where a chat stands on the disk, and what was there when it was last read or written. Kept beside the chat and
/// given back with the next save, so that nothing that somebody else wrote in between is overwritten.
///
/// @param draft whether it is an unnamed chat among the drafts
/// @param file its file name in `chats/` or among the drafts
/// @param id the chat's id
/// @param problem why it can only be read, in words; empty when it can be written
public record ChatFile(boolean draft, String file, UUID id, Fingerprint fingerprint, String problem) {}
