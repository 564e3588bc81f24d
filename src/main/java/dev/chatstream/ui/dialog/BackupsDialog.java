package dev.chatstream.ui.dialog;

import dev.chatstream.core.care.BackupRow;
import dev.chatstream.core.care.KeptBackups;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The backups that are kept, the newest first. Enter shows what restoring one would change.
final class BackupsDialog extends ListDialog<BackupRow> {

  BackupsDialog(Look look, AppState state, Consumer<Event> out) {
    super("Backups", look, state, out);
    refresh();
  }

  private boolean daily() {
    return state().care().backups().map(KeptBackups::daily).orElse(false);
  }

  @Override
  protected String corner() {
    return state().care().backups().isEmpty() ? "" : daily() ? "made each day" : "made by key only";
  }

  @Override
  protected List<PickerRow<BackupRow>> rows() {
    return state().care().backups().map(KeptBackups::rows).orElse(List.of()).stream().map(this::row).toList();
  }

  private PickerRow<BackupRow> row(BackupRow backup) {
    String when = look().moment(backup.at());
    return backup.problem().isEmpty()
        ? PickerRow.of(backup, when, size(backup))
        : PickerRow.greyed(when, "", backup.problem());
  }

  private String size(BackupRow backup) {
    String bytes = Words.bytes(backup.bytes());
    return narrow() ? bytes : Words.count(backup.files(), "file") + "  " + bytes;
  }

  @Override
  protected String nothing() {
    return state().care().backups().isEmpty() ? "Reading ..." : "No backups yet. b makes one.";
  }

  @Override
  protected List<Letter> letters() {
    return List.of(
        Letter.of("b", "make one now", new Choice.BackUp()),
        Letter.of("d", daily() ? "daily off" : "daily on", new Choice.KeepBackingUp(!daily())));
  }

  @Override
  protected String enter() {
    return "preview";
  }

  @Override
  protected void chosen(BackupRow backup) {
    choose(new Choice.PlanRestore(backup.name()));
  }

  @Override
  protected String more(Optional<BackupRow> current) {
    return narrow() && current.isPresent()
        ? Words.count(current.get().files(), "file")
        : "Files that are the same in several backups take their room once.";
  }
}
