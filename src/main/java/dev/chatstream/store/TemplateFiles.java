package dev.chatstream.store;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.core.input.Template;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.file.SafeName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Templates: `.store/templates/*.md`, a text with blanks such as `{{language}}` each, for a person to write by hand,
/// too.
public final class TemplateFiles {

  private static final String EXTENSION = ".md";
  private static final long LARGEST = 256 * 1024;

  private final Path folder;
  private final AtomicFile writer = new AtomicFile(FileOps.DISK);

  /// The templates of this data root.
  public TemplateFiles(DataRoot root) {
    this.folder = root.internal().resolve("templates");
  }

  /// All of them, by name. One that can't be read is left out, and the log says why.
  public List<Template> read() throws StoreException {
    List<Template> templates = new ArrayList<>();
    each(templates::add, (file, why) -> Logger.warn("template {}: {}", file, why.failure().sentence()));
    templates.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
    return List.copyOf(templates);
  }

  /// The files that can't be read, each with the reason.
  public Map<String, StoreException> unreadable() throws StoreException {
    Map<String, StoreException> found = new LinkedHashMap<>();
    each(template -> {}, found::put);
    return found;
  }

  private void each(Consumer<Template> taken, BiConsumer<String, StoreException> refused) throws StoreException {
    for (String file : Files.isDirectory(folder) ? FolderNames.ending(folder, EXTENSION) : List.<String> of()) {
      try {
        taken.accept(read(file));
      } catch (StoreException unreadable) {
        refused.accept(file, unreadable);
      }
    }
  }

  private Template read(String file) throws StoreException {
    Path path = folder.resolve(file);
    try {
      if (RegularFile.look(path).filter(found -> found.size() <= LARGEST).isEmpty()) {
        throw new StoreException(new StoreFailure.Unreadable(file, "it has more than 256 KB"));
      }
      String text = Files.readString(path, StandardCharsets.UTF_8);
      String name = file.substring(0, file.length() - EXTENSION.length());
      return new Template(name, text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  /// Writes a new one; one that is there is left as it is.
  ///
  /// @return the file's name
  public String keep(String name, String text) throws StoreException {
    String file = SafeName.of(name, EXTENSION);
    try {
      Files.createDirectories(folder, OwnerOnly.forNewFolder());
    } catch (IOException e) {
      throw Failures.writing(e, folder);
    }
    List<String> taken = FolderNames.ending(folder, EXTENSION);
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    String free = SafeName.free(file, EXTENSION, taken);
    writer.create(folder.resolve(free), out -> out.write(bytes));
    return free;
  }
}
