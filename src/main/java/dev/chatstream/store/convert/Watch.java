package dev.chatstream.store.convert;

/// Hears how an import goes, and may stop it. Called by the thread that imports.
public interface Watch {

  /// Hears nothing and never stops it.
  Watch NONE = new Watch() {};

  /// The import was stopped; nothing of it is left.
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// Takes the report of one row or message.
  default void line(ReportLine line) {}

  /// Takes how much is done; comes every few rows.
  ///
  /// @param done of `total`, in a unit of its own
  /// @throws Cancelled when it is to stop
  default void progress(long done, long total) {}
}
