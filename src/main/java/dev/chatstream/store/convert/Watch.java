package dev.chatstream.store.convert;

/// Hears how an import goes, and may stop it. Called by the thread that imports.
public interface Watch {

  /// Hears nothing and never stops it.
  Watch NONE = new Watch() {};

  /// The import was stopped; nothing of it is left.
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// A watch for a part of the work.
  ///
  /// @param from in hundredths of the whole, where the part begins
  /// @param to where it ends
  static Watch part(Watch whole, int from, int to) {
    return new Watch() {
      @Override
      public void line(ReportLine line) {
        whole.line(line);
      }

      @Override
      public void progress(long done, long total) {
        whole.progress(from * total + (to - from) * done, 100 * total);
      }
    };
  }

  /// Takes the report of one row or message.
  default void line(ReportLine line) {}

  /// Takes how much is done; comes every few rows.
  ///
  /// @param done of `total`, in a unit of its own
  /// @throws Cancelled when it is to stop
  default void progress(long done, long total) {}
}
