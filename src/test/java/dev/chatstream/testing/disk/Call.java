package dev.chatstream.testing.disk;

import java.nio.file.Path;

/// One call to the file system.
///
/// @param path the real path that it is about
/// @param other the second one, of a rename or a link; otherwise null
/// @param position where in the file, of a read, a write or a cut
/// @param bytes what is written; otherwise empty
/// @param channel which open file it is, whatever its name is by now; 0 when it is about a name
public record Call(Kind kind, Path path, Path other, long position, byte[] bytes, long channel) {

  /// What can be asked of a file system.
  public enum Kind {
    OPEN,
    CREATE,
    READ,
    WRITE,
    FORCE,
    FORCE_FOLDER,
    CUT,
    LOCK,
    LIST,
    LOOK,
    RENAME,
    LINK,
    DELETE,
    MAKE_FOLDER;

    /// Whether a disk that may only be read refuses it.
    public boolean writes() {
      return switch (this) {
        case CREATE, WRITE, FORCE, FORCE_FOLDER, CUT, RENAME, LINK, DELETE, MAKE_FOLDER -> true;
        case OPEN, READ, LOCK, LIST, LOOK -> false;
      };
    }
  }

  static Call of(Kind kind, Path path) {
    return new Call(kind, path, null, 0, new byte[0], 0);
  }

  static Call two(Kind kind, Path from, Path to) {
    return new Call(kind, from, to, 0, new byte[0], 0);
  }

  Call on(long openFile) {
    return new Call(kind, path, other, position, bytes, openFile);
  }

  Call at(long place) {
    return new Call(kind, path, other, place, bytes, channel);
  }

  Call writing(byte[] written) {
    return new Call(kind, path, other, position, written, channel);
  }

  @Override
  public String toString() {
    return kind + " " + path.getFileName() + (other == null ? "" : " -> " + other.getFileName());
  }
}
