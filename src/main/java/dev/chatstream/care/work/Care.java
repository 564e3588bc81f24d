package dev.chatstream.care.work;

import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.time.InstantSource;

/// What is cared for, and with what.
///
/// @param clock gives the times that are written
/// @param ops the disk, or in tests one that fails
public record Care(DataRoot root, InstantSource clock, FileOps ops) {

  /// With the system's clock and the real disk.
  public static Care of(DataRoot root) {
    return new Care(root, InstantSource.system(), FileOps.DISK);
  }
}
