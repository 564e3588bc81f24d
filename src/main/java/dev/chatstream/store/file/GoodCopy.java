package dev.chatstream.store.file;

import java.nio.file.Path;
import java.time.Instant;

/// A copy of a file that was whole when it was made and is whole now.
///
/// @param path a plain file within the data root; only ever read
/// @param made when the copy was made
/// @param sha256 of its content, in hexadecimal
public record GoodCopy(Path path, Instant made, String sha256) {}
