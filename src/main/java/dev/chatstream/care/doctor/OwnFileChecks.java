package dev.chatstream.care.doctor;

import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Severity;
import dev.chatstream.core.model.Preset;
import dev.chatstream.core.preference.Problem;
import dev.chatstream.store.KeysFile;
import dev.chatstream.store.PresetFiles;
import dev.chatstream.store.PromptHistory;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.TemplateFiles;
import java.util.List;
import java.util.function.Function;

/// Looks into the files that a person may write by hand: settings, keys, presets, templates, earlier prompts. Only a
/// person can mend them, so the finding says where and what is wrong.
final class OwnFileChecks {

  private final Care care;
  private final Diagnosis diagnosis;
  private final Function<List<String>, List<Problem>> keyMistakes;

  OwnFileChecks(Care care, Diagnosis diagnosis, Function<List<String>, List<Problem>> keyMistakes) {
    this.care = care;
    this.diagnosis = diagnosis;
    this.keyMistakes = keyMistakes;
  }

  void look() throws StoreException {
    new SettingsFile(care.root()).read().problems().forEach(problem -> add("settings", SettingsFile.NAME, problem));
    keys();
    presets();
    new TemplateFiles(care.root()).unreadable()
        .forEach((file, why) -> add("template", "templates/" + file, Finding.reason(why)));
    prompts();
  }

  private void keys() {
    try {
      keyMistakes.apply(new KeysFile(care.root()).lines()).forEach(problem -> add("keys", KeysFile.NAME, problem));
    } catch (StoreException unreadable) {
      add("keys", KeysFile.NAME, Finding.reason(unreadable));
    }
  }

  private void presets() throws StoreException {
    for (Preset preset : new PresetFiles(care.root()).read()) {
      String before = preset.file() + ":";
      preset.problems().forEach(problem -> add(
          "preset", "presets/" + preset.file(),
          problem.startsWith(before) ? "line " + problem.substring(before.length()) : problem));
    }
  }

  private void prompts() {
    try {
      int damaged = new PromptHistory(care.root(), care.ops()).damaged();
      if (damaged > 0) {
        add("prompts", PromptHistory.NAME, damaged + " of its lines can't be read and are passed over");
      }
    } catch (StoreException unreadable) {
      add("prompts", PromptHistory.NAME, Finding.reason(unreadable));
    }
  }

  private void add(String check, String file, Problem problem) {
    add(check, file, "line " + problem.line() + ", column " + problem.column() + ": " + problem.sentence());
  }

  private void add(String check, String file, String what) {
    diagnosis.add(Finding.of(Severity.WARNING, check, ".store/" + file, withoutDot(what)));
  }

  /// Findings are no sentences of their own.
  private static String withoutDot(String what) {
    return what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
  }
}
