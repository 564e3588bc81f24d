package dev.chatstream.care.work;

import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// `.store/quarantine`: what is damaged or belongs to nobody, put aside byte for byte.
public final class Quarantine {

  private final Care care;

  /// That of this library.
  public Quarantine(Care care) {
    this.care = care;
  }

  /// Puts a copy of a file there. The caller holds its lock.
  ///
  /// @return its name there
  public String keepCopy(LibraryFile file, Job job) throws StoreException, Cancelled {
    Path to = free(file.area().folder().replace('/', '-') + "-" + file.name());
    try (NewFile out = new NewFile(care.ops(), to)) {
      out.finish(Content.ofLibrary(care, file, out, job).modified());
    } catch (StoreException | Cancelled e) {
      try {
        care.ops().delete(to);
      } catch (IOException left) {
        e.addSuppressed(left); // A part of the file stays there; the file itself is where it was.
      }
      throw e;
    }
    force();
    return to.getFileName().toString();
  }

  /// Moves a file or a folder there, whatever it is.
  ///
  /// @return its name there
  public String move(Path path) throws StoreException {
    String name = path.getFileName().toString();
    Path to = free(name.startsWith(".") ? name.substring(1) : name);
    try {
      care.ops().replace(path, to);
      care.ops().forceFolder(path.getParent());
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
    force();
    return to.getFileName().toString();
  }

  private void force() throws StoreException {
    try {
      care.ops().forceFolder(care.root().quarantine());
    } catch (IOException e) {
      throw Failures.writing(e, care.root().quarantine());
    }
  }

  private Path free(String name) throws StoreException {
    Path folder = care.root().quarantine();
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(folder, OwnerOnly.forNewFolder());
      } catch (IOException e) {
        throw Failures.writing(e, folder);
      }
    }
    String time = UtcName.of(care.clock().instant());
    Path path = folder.resolve(LockFile.sidecarName(time, name, ""));
    for (int number = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); number++) {
      path = folder.resolve(LockFile.sidecarName(time + "." + number, name, ""));
    }
    return path;
  }
}
