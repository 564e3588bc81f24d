package dev.chatstream.store.file;

/// What a file's content was when it was read or written, to see whether somebody else changed it since.
///
/// @param size in bytes
/// @param modifiedMillis when it was last written; a hint only, never proof of sameness
/// @param sha256 of the content, in hexadecimal
public record Fingerprint(long size, long modifiedMillis, String sha256) {

  /// Whether the content is the same, whenever it was written.
  public boolean sameContent(Fingerprint other) {
    return size == other.size && sha256.equals(other.sha256);
  }
}
