package dev.chatstream.core.run;

import java.util.List;

/// A run as it is being put together on the screen.
///
/// @param list its file; empty when there is no list
/// @param lists those that there are
/// @param columns of the list
/// @param models parted by commas, as they were typed
/// @param template the prompt as it was typed, where `\n` is a line end
/// @param filter which rows, in the language of [dev.chatstream.core.table.FilterText]
/// @param parallel how many at once, 1 to 8
/// @param preview what it would do; known when somebody has looked
public record RunForm(
    String list,
    List<String> lists,
    List<String> columns,
    String models,
    String template,
    String filter,
    int parallel,
    Preview preview) {

  /// What it would do.
  ///
  /// @param rows how many would be asked about
  /// @param empty how many would be left out because they hold nothing to ask about
  /// @param prompts the first of them, with their numbers
  /// @param problem why it can't be begun, or what there is to know, as a sentence; empty for nothing
  /// @param possible whether it can be begun
  /// @param trial what came of trying one row
  public record Preview(
      int rows, int empty, List<String> prompts, String problem, boolean possible, Trial trial) {

    /// Nobody has looked yet.
    public static final Preview UNKNOWN = new Preview(0, 0, List.of(), "Reading ...", false, Trial.NONE);

    /// Copies the list, so that it never changes.
    public Preview {
      prompts = List.copyOf(prompts);
    }

    /// With this trial.
    public Preview with(Trial tried) {
      return new Preview(rows, empty, prompts, problem, possible, tried);
    }
  }

  /// One row that was tried.
  ///
  /// @param running whether it is under way
  /// @param millis how long it took; -1 when none was tried
  /// @param answer what came, or why nothing did
  public record Trial(boolean running, long millis, String answer) {
    /// None was tried.
    public static final Trial NONE = new Trial(false, -1, "");
  }

  /// Copies the lists, so that a form never changes.
  public RunForm {
    lists = List.copyOf(lists);
    columns = List.copyOf(columns);
  }

  /// The prompt with its line ends.
  public PromptTemplate prompt() {
    return new PromptTemplate(template.replace("\\n", "\n"));
  }

  /// What stands in this field.
  public String text(RunField field) {
    return switch (field) {
      case LIST -> list;
      case MODEL -> models;
      case PROMPT -> template;
      case ROWS -> filter;
      case PARALLEL -> String.valueOf(parallel);
    };
  }

  /// With this in the field; nobody has looked yet what it would do.
  public RunForm with(RunField field, String text) {
    return switch (field) {
      case LIST -> new RunForm(text, lists, List.of(), models, template, filter, parallel, Preview.UNKNOWN);
      case MODEL -> new RunForm(list, lists, columns, text, template, filter, parallel, Preview.UNKNOWN);
      case PROMPT -> new RunForm(list, lists, columns, models, text, filter, parallel, Preview.UNKNOWN);
      case ROWS -> new RunForm(list, lists, columns, models, template, text, parallel, Preview.UNKNOWN);
      case PARALLEL -> new RunForm(
          list, lists, columns, models, template, filter, count(text), preview);
    };
  }

  private static int count(String text) {
    return text.matches("[1-8]") ? Integer.parseInt(text) : 1;
  }

  /// With this known.
  public RunForm with(Preview known) {
    return new RunForm(list, lists, columns, models, template, filter, parallel, known);
  }

  /// How long all rows take by what the trial took, in milliseconds, one after the other; -1 when nobody knows.
  public long estimate() {
    long each = preview.trial().millis();
    return each < 0 ? -1 : each * preview.rows() * Math.max(1, models.split(",").length);
  }
}
