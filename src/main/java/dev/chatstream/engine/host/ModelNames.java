package dev.chatstream.engine.host;

import dev.chatstream.core.file.Sha256;
import java.net.URI;
import java.util.Locale;

/// Makes names out of paths and URLs, with nothing in them that a file system or the API trips over.
final class ModelNames {
  private static final int LONGEST = 80;

  private ModelNames() {}

  /// A model's name in the API: lower case, without `.gguf`.
  static String of(String fileName) {
    String name = safe(fileName).toLowerCase(Locale.ROOT).replaceFirst("\\.gguf$", "");
    return name.isEmpty() ? "model" : name;
  }

  /// The last part of a URL's path.
  static String lastSegment(URI uri) {
    String path = uri.getPath() == null ? "" : uri.getPath();
    String last = safe(path.substring(path.lastIndexOf('/') + 1));
    return last.isEmpty() ? "model.gguf" : last;
  }

  /// A file name for a URL: two URLs never share one.
  static String cacheFile(URI uri) {
    String digest = Sha256.of(uri.toString());
    return "url-" + digest.substring(0, 16) + "-" + lastSegment(uri);
  }

  private static String safe(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "");
    return safe.substring(Math.max(0, safe.length() - LONGEST));
  }
}
