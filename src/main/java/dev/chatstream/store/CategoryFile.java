package dev.chatstream.store;

import dev.chatstream.core.preference.Problem;
import dev.chatstream.core.task.CategoryRules;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.RegularFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// `.store/categories.properties`: the categories and their rules, as a person writes them. Read anew each time.
public final class CategoryFile {

  /// How the file is called.
  public static final String NAME = "categories.properties";

  private static final String FIRST = """
      # Categories of tasks: category = rule. The first rule that holds counts.
      # A rule is made of text:word, text:"some words", tag:name, source:chat, source:hand; all of them have to hold.
      # A category without a rule is offered to the model and to you.
      #
      # bug = text:crash
      # release = tag:release
      # idea =
      """;

  private final Path file;

  /// The rules of this data root.
  public CategoryFile(DataRoot root) {
    this.file = root.internal().resolve(NAME);
  }

  /// The rules; a file that can't be read has none, which is told.
  public CategoryRules read() {
    try {
      return CategoryRules.of(PropertyLines.of(file));
    } catch (StoreException unreadable) {
      return new CategoryRules(
          List.of(), List.of(), List.of(new Problem(1, 1, unreadable.failure().sentence())));
    }
  }

  /// Makes one with an explanation where there is none.
  public void begin() throws StoreException {
    if (RegularFile.look(file).isEmpty()) {
      new AtomicFile(FileOps.DISK).create(file, out -> out.write(FIRST.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
