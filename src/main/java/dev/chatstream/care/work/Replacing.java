package dev.chatstream.care.work;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.file.Path;

/// Puts another content into the place of a file of the library, whole or not at all.
public final class Replacing {

  private final Care care;

  /// For files of this library.
  public Replacing(Care care) {
    this.care = care;
  }

  /// Makes the file a copy of another one, or makes it. On the disk when the call returns. The caller holds its lock.
  ///
  /// @param base a folder above the other one that is known to be sound
  /// @param wanted what the copy must be; anything else leaves the file as it is
  public void with(LibraryFile file, Path base, Path other, Content wanted, Job job) throws StoreException, Cancelled {
    Path target = file.path(care.root());
    RegularFile.look(target);
    Content.requireInside(care.root(), target.getParent());
    Path temp = Trees.temporary(target.getParent());
    try {
      copy(base, other, temp, wanted, job);
      care.ops().replace(temp, target);
    } catch (IOException e) {
      throw deleting(temp, Failures.writing(e, target));
    } catch (StoreException e) {
      throw deleting(temp, e);
    } catch (Cancelled e) {
      throw deleting(temp, e);
    }
    try {
      care.ops().forceFolder(target.getParent());
      if (file.idx(care.root()).isPresent()) {
        care.ops().delete(file.idx(care.root()).get());
      }
    } catch (IOException e) {
      throw Failures.writing(e, target);
    }
  }

  private void copy(Path base, Path other, Path temp, Content wanted, Job job) throws StoreException, Cancelled {
    try (NewFile out = new NewFile(care.ops(), temp)) {
      if (!Content.of(care, base, other, out, job).same(wanted)) {
        throw new StoreException(
            new StoreFailure.Unreadable(other.getFileName().toString(), "it was changed while it was copied"));
      }
      out.finish(care.clock().instant());
    }
  }

  private <E extends Exception> E deleting(Path temp, E error) {
    try {
      care.ops().delete(temp);
    } catch (IOException e) {
      error.addSuppressed(e); // A clean-up finds it by its name.
    }
    return error;
  }
}
