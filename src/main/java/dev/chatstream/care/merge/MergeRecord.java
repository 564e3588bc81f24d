package dev.chatstream.care.merge;

import dev.chatstream.care.work.Care;
import dev.chatstream.core.merge.MergeConflict;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.record.FlatJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;

/// What was merged, `.store/merges.jsonl`: a line a merge with where the list as it was is, and a line for each
/// conflict
/// with both values. At the cap the oldest lines go.
final class MergeRecord {

  private static final int MOST_LINES = 5000;

  private final Care care;
  private final Path file;

  /// A merge that can be taken back.
  ///
  /// @param trash the id of the list as it was
  /// @param sha256 of the list as the merge left it
  record Last(String trash, String sha256) {}

  MergeRecord(Care care) {
    this.care = care;
    this.file = care.root().internal().resolve("merges.jsonl");
  }

  void add(MergePlan plan, String trash, String sha256) throws StoreException {
    List<String> lines = new ArrayList<>(lines());
    for (MergeConflict conflict : plan.result().conflicts()) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("conflict", plan.file().name());
      fields.put("row", conflict.key());
      fields.put("columns", String.join(" ", conflict.columns()));
      fields.put("ours", String.join("\n", conflict.ours()));
      fields.put("theirs", String.join("\n", conflict.theirs()));
      lines.add(FlatJson.line(fields));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("merged", plan.file().name());
    fields.put("from", plan.other());
    fields.put("at", care.clock().instant().toString());
    fields.put("trash", trash);
    fields.put("sha256", sha256);
    lines.add(FlatJson.line(fields));
    write(lines);
  }

  /// The last merge into a list that was not taken back.
  Optional<Last> last(String list) throws StoreException {
    Optional<Last> last = Optional.empty();
    for (String line : lines()) {
      Map<String, String> fields = fields(line);
      if (list.equals(fields.get("merged"))) {
        last = Optional.of(new Last(fields.getOrDefault("trash", ""), fields.getOrDefault("sha256", "")));
      } else if (list.equals(fields.get("undone"))) {
        last = Optional.empty();
      }
    }
    return last.filter(found -> found.trash().matches("[A-Za-z0-9._-]+") && !found.trash().startsWith("."));
  }

  void undone(String list, Last merge) throws StoreException {
    List<String> lines = new ArrayList<>(lines());
    lines.add(FlatJson.line(Map.of("undone", list, "trash", merge.trash())));
    write(lines);
  }

  private void write(List<String> lines) throws StoreException {
    List<String> kept = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    byte[] bytes = (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8);
    new AtomicFile(care.ops()).replace(file, out -> out.write(bytes));
  }

  private List<String> lines() throws StoreException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return Files.readString(file).lines().toList();
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  private static Map<String, String> fields(String line) {
    try {
      return FlatJson.read(line);
    } catch (IOException damaged) {
      Logger.warn("a line of the record of merges can't be read");
      return Map.of();
    }
  }
}
