package dev.chatstream.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;

/// Each step that changes a disk, so that a test can let any one of them fail.
public interface FileOps {

  /// The real file system.
  FileOps DISK = new DiskOps();

  /// Opens a file; one that is created gets the rights 0600. The last part of the path is never followed as a link.
  FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException;

  /// Writes all of these bytes at this place of the file.
  void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException;

  /// Writes all of these bytes at the end of a file that was opened to append, wherever its end is by then.
  void append(FileChannel channel, ByteBuffer bytes) throws IOException;

  /// Forces what was written to the disk.
  ///
  /// @param metadata also times and rights; the length is always forced
  void force(FileChannel channel, boolean metadata) throws IOException;

  /// Cuts the file to this length.
  void truncate(FileChannel channel, long length) throws IOException;

  /// Renames atomically; takes the place of a file that is there.
  void replace(Path from, Path to) throws IOException;

  /// Renames without ever taking the place of a file that is there.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException when there is one
  void moveToFree(Path from, Path to) throws IOException;

  /// Forces the names in a folder to the disk.
  void forceFolder(Path folder) throws IOException;

  /// Deletes a file; it is no error when there is none.
  void delete(Path file) throws IOException;
}
