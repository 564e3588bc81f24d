package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.ui.Look;
import java.time.Instant;
import java.util.function.Consumer;

/// Makes the window of a dialog.
public final class Dialogs {

  private final Look look;
  private final Facts facts;
  private final Consumer<Event> out;

  /// @param out where the windows tell what was chosen
  public Dialogs(Look look, Facts facts, Consumer<Event> out) {
    this.look = look;
    this.facts = facts;
    this.out = out;
  }

  /// The window for this dialog.
  public DialogWindow window(Dialog dialog, AppState state) {
    return switch (dialog) {
      case Dialog.NoServer noServer -> new NoServerDialog(look, state, facts, out);
      case Dialog.Host host -> new HostDialog(look, state, facts.hosts().get(), out);
      case Dialog.Engine engine -> new EngineDialog(look, state, facts, out);
      case Dialog.Models models -> new ModelsDialog(look, state, out);
      case Dialog.ModelMenu menu -> new ModelMenuDialog(look, state, menu.model(), out);
      case Dialog.ModelFacts told -> text(told.page().info().name(), ModelFacts.of(told.page()), state);
      case Dialog.PullName name -> ModelNameDialog.toPull(look, state, out);
      case Dialog.CopyModel copy -> ModelNameDialog.toCopy(look, state, copy.model(), out);
      case Dialog.DeleteModel delete -> new DeleteModelDialog(look, state, delete.model(), out);
      case Dialog.Name name -> new NameDialog(
          "Save this chat", look, state, name.proposal(), Choice.NameChat::new, out);
      case Dialog.NameDraft draft -> new NameDialog(
          "Name this chat", look, state, draft.proposal(), name -> new Choice.NameDraft(draft.id(), name), out);
      case Dialog.Chats chats -> new ChatsDialog(look, state, chats.searched(), out);
      case Dialog.ChatMenu menu -> new ChatMenuDialog(look, state, menu.chat(), out);
      case Dialog.ChatTitle title -> LabelDialog.title(look, state, title.chat(), out);
      case Dialog.ChatTags tags -> LabelDialog.tags(look, state, tags.chat(), out);
      case Dialog.AppendTo append -> new AppendToDialog(look, state, out);
      case Dialog.RunForm form -> new RunFormDialog(look, state, out);
      case Dialog.RunField field -> new RunFieldDialog(field.field(), look, state, out);
      case Dialog.RunSending sending -> new RunSendingDialog(sending.asked(), look, state, out);
      case Dialog.Run run -> new RunDialog(look, state, out);
      case Dialog.ToTasks tasks -> new ToTasksDialog(look, state, tasks, out);
      case Dialog.Categories categories -> new CategoriesDialog(look, state, categories.list(), out);
      case Dialog.Sorting sorting -> new SortingDialog(look, state, sorting.list(), out);
      case Dialog.MadeRows made -> new MadeRowsDialog(look, state, made, out);
      case Dialog.MessageMenu menu -> new MessageMenuDialog(look, state, menu.message(), out);
      case Dialog.MessageFacts about -> text("Message", MessageFacts.of(about.message(), state, look), state);
      case Dialog.WriteText write -> new WriteTextDialog(look, state, write, out);
      case Dialog.Export export -> new ExportDialog(look, state, export.proposal(), out);
      case Dialog.Plain plain -> new PlainDialog(look, state, plain, out);
      case Dialog.SavePoints points -> new SavePointsDialog(look, state, out);
      case Dialog.Branches branches -> new BranchesDialog(look, state, out);
      case Dialog.Settings settings -> new SettingsDialog(look, state, out);
      case Dialog.SetParameter set -> new ParameterDialog(set.parameter(), look, state, out);
      case Dialog.SystemPrompt prompt -> new SystemPromptDialog(look, state, out);
      case Dialog.Presets presets -> new PresetsDialog(look, state, out);
      case Dialog.PresetName name -> new PresetNameDialog(look, state, out);
      case Dialog.SecondModel second -> new SecondModelDialog(look, state, out);
      case Dialog.TwoAnswers answers -> new TwoAnswersDialog(answers, look, state, out);
      case Dialog.Overflow overflow -> new OverflowDialog(look, state, overflow, out);
      case Dialog.Prompts prompts -> new PromptsDialog(look, state, prompts.prompts(), out);
      case Dialog.Templates templates -> new TemplatesDialog(look, state, templates.templates(), out);
      case Dialog.NameTemplate template -> new NameTemplateDialog(look, state, out);
      case Dialog.Queue queue -> new QueueDialog(look, state, out);
      case Dialog.Context context -> new ContextDialog(look, state, out);
      case Dialog.Summary summary -> new SummaryDialog(look, state, summary, out);
      case Dialog.LeaveOut leave -> new LeaveOutDialog(look, state, out);
      case Dialog.Commands commands -> new CommandsDialog(look, state, facts, out);
      case Dialog.KeyMenu menu -> new KeyMenuDialog(look, state, out);
      case Dialog.Preferences preferences -> new PreferencesDialog(look, state, out);
      case Dialog.SetPreference set -> new PreferenceDialog(set.preference(), look, state, out);
      case Dialog.Keys keys -> new KeysDialog(look, state, out);
      case Dialog.Themes themes -> new ThemesDialog(look, state, facts, out);
      case Dialog.Clashes clashes -> new ClashDialog(look, state, clashes, out);
      case Dialog.Gone gone -> new GoneDialog(look, state, gone, out);
      case Dialog.Performance performance -> new PerformanceDialog(look, state, out);
      case Dialog.Doctor doctor -> new DoctorDialog(look, state, out);
      case Dialog.Backups backups -> new BackupsDialog(look, state, out);
      case Dialog.Restoring restoring -> new RestoringDialog(look, state, out);
      case Dialog.Trash trash -> new TrashDialog(look, state, out);
      case Dialog.EmptyTrash empty -> new EmptyTrashDialog(look, state, out);
      case Dialog.Elsewhere elsewhere -> new ElsewhereDialog(look, state, elsewhere.proposal(), out);
      case Dialog.Unsaved unsaved -> new UnsavedDialog(look, state, out);
      case Dialog.Help help -> text("Help", HelpText.of(state, look.keys()), state);
      case Dialog.Message message -> text(message.title(), message.text(), state);
      case Dialog.LogFiles logs -> new LogFilesDialog(look, state, out);
      case Dialog.Record record -> text("Log record", words(record.line()), state);
      case Dialog.Tasks tasks -> new TasksDialog(tasks.read(), look, state, out);
      case Dialog.ListName list -> new ListNameDialog(look, state, list.file(), out);
      case Dialog.TaskRecord record -> new TaskRecordDialog(look, state, record, out);
      case Dialog.TaskColumns columns -> new TaskColumnsDialog(look, state, columns.group(), out);
      case Dialog.TaskLayout layout -> new TaskLayoutDialog(look, state, layout.row(), out);
      case Dialog.TaskCell cell -> new TaskCellDialog(look, state, cell, out);
      case Dialog.PickList pick -> new PickListDialog(pick.work(), look, state, out);
      case Dialog.Doubles doubles -> new DoublesDialog(doubles, look, state, out);
      case Dialog.Damaged damaged -> new DamagedDialog(look, state, damaged, out);
    };
  }

  private TextDialog text(String title, String words, AppState state) {
    return new TextDialog(title, words, look, state, out);
  }

  private static String words(LogLine line) {
    String where = line.method().isEmpty() ? "" : ", " + line.method() + ":" + line.line();
    if (line.time().equals(Instant.EPOCH)) {
      return line.message();
    }
    return line.time() + "  " + line.level() + "  " + line.logger() + where + "\n\n" + line.message();
  }
}
