package dev.chatstream.app;

import dev.chatstream.store.StoreException;

/// The trash, as the store's thread uses it: both calls are short.
interface Bin {

  /// Puts a file into the trash.
  ///
  /// @param file its path below the data root
  /// @return names it for [#restore]
  String delete(String file) throws StoreException;

  /// Takes it out again.
  ///
  /// @return where it is now; under another name when its own was taken meanwhile
  String restore(String id) throws StoreException;
}
