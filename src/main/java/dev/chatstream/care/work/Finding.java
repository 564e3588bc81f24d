package dev.chatstream.care.work;

import dev.chatstream.store.StoreException;
import dev.chatstream.core.failure.StoreFailure;
import java.util.Collection;
import java.util.Optional;

/// One thing that was found.
///
/// @param check which kind of look found it: `chat`, `list`, `journal`, `backup`, ...
/// @param where the path below the data root
/// @param what what is the matter, words that follow "where: "
/// @param fix what mending would do, words that follow "fix: "; empty when only a person can do something
public record Finding(Severity severity, String check, String where, String what, String fix) {

  /// A finding with nothing to be mended by itself.
  public static Finding of(Severity severity, String check, String where, String what) {
    return new Finding(severity, check, where, what, "");
  }

  /// What a failure says about a file.
  public static Finding of(Severity severity, String check, String where, StoreException failure) {
    return of(severity, check, where, reason(failure));
  }

  /// The same with what mending would do.
  public Finding withFix(String newFix) {
    return new Finding(severity, check, where, what, newFix);
  }

  /// The reason alone, where the failure has one: the file is named beside it anyway.
  public static String reason(StoreException failure) {
    return switch (failure.failure()) {
      case StoreFailure.Unreadable unreadable -> unreadable.reason();
      case StoreFailure.Io io -> io.reason();
      case StoreFailure.Missing missing -> "it is not there";
      case StoreFailure.Busy busy -> "it is in use by another window";
      default -> failure.failure().sentence();
    };
  }

  /// The worst of them.
  public static Optional<Severity> worst(Collection<Finding> findings) {
    return findings.stream().map(Finding::severity).max(Severity::compareTo);
  }
}
