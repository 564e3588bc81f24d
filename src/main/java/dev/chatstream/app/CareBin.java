package dev.chatstream.app;

import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;

/// The trash of the library.
final class CareBin implements Bin {

  /// What the trash says of what a person deleted.
  static final String BY = "delete";

  private final Trash trash;

  CareBin(Care care) {
    this.trash = new Trash(care);
  }

  @Override
  public String delete(String file) throws StoreException {
    LibraryFile found = LibraryFile.of(file)
        .orElseThrow(() -> new StoreException(new StoreFailure.Missing(file)));
    return trash.delete(found, BY).id();
  }

  @Override
  public String restore(String id) throws StoreException {
    return trash.restore(id).relative();
  }
}
