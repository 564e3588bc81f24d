package dev.chatstream.core.run;

import dev.chatstream.core.model.ChatSettings;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A run as it is being put together on the screen.
///
/// @param texts what was typed for each field; one that is missing is empty
/// @param preview what it would do; known when somebody has looked
public record RunForm(RunOffers offers, Map<RunField, String> texts, Preview preview) {

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

    /// With this to know, and whether it can be begun.
    public Preview possible(String words, boolean can) {
      return new Preview(rows, empty, prompts, words, can, trial);
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

  /// Copies the texts, so that a form never changes.
  public RunForm {
    Map<RunField, String> ordered = new EnumMap<>(RunField.class);
    ordered.putAll(texts);
    texts = Collections.unmodifiableMap(ordered);
  }

  /// What stands in this field.
  public String text(RunField field) {
    return texts.getOrDefault(field, "");
  }

  /// The file of the list.
  public String list() {
    return text(RunField.LIST);
  }

  /// Who answers.
  public List<String> models() {
    return many(RunField.MODEL);
  }

  /// The servers that share the rows; none for that of the chat.
  public List<String> hosts() {
    return many(RunField.HOSTS);
  }

  private List<String> many(RunField field) {
    return Arrays.stream(text(field).split(",")).map(String::strip).filter(name -> !name.isEmpty()).distinct()
        .toList();
  }

  /// The prompt with its line ends.
  public PromptTemplate prompt() {
    return new PromptTemplate(typedLines(RunField.PROMPT));
  }

  private String typedLines(RunField field) {
    return text(field).replace("\\n", "\n");
  }

  /// How the models are led; what is wrong is left out.
  public ChatSettings settings() {
    return RunParameters.of(text(RunField.PARAMETERS)).settings().withSystem(typedLines(RunField.SYSTEM));
  }

  /// How many rows at once.
  public int parallel() {
    return text(RunField.PARALLEL).matches("[1-8]") ? Integer.parseInt(text(RunField.PARALLEL)) : 1;
  }

  /// When it stops by itself.
  public RunLimits limits() {
    String tokens = text(RunField.TOKENS);
    return new RunLimits(tokens.matches("\\d{1,12}") ? Long.parseLong(tokens) : 0,
        TimeSpan.read(text(RunField.TIME)), RunLimits.NONE.stall());
  }

  /// With this in the field. Nobody has looked yet what it would do, unless that stays as it is.
  public RunForm with(RunField field, String text) {
    Map<RunField, String> more = new EnumMap<>(RunField.class);
    more.putAll(texts);
    more.put(field, text);
    boolean same = field == RunField.PARALLEL || field == RunField.TOKENS || field == RunField.TIME;
    return new RunForm(field == RunField.LIST ? offers.withColumns(List.of()) : offers, more,
        same ? preview : Preview.UNKNOWN);
  }

  /// With this known.
  public RunForm with(Preview known) {
    return new RunForm(offers, texts, known);
  }

  /// With the columns of its list known.
  public RunForm withColumns(List<String> known) {
    return new RunForm(offers.withColumns(known), texts, preview);
  }

  /// What is wrong with a text for a field, as a sentence; empty when it can stand there.
  public Optional<String> wrong(RunField field, String text) {
    return switch (field) {
      case LIST -> offers.lists().contains(text) ? Optional.empty() : Optional.of("There is no list " + text + ".");
      case MODEL -> text.replace(",", "").isBlank() ? Optional.of("Which model?") : Optional.empty();
      case PROMPT -> new PromptTemplate(text).refusal(offers.columns());
      case PARAMETERS -> RunParameters.of(text).problem();
      case PARALLEL -> text.matches("[1-8]") ? Optional.empty() : Optional.of("How many rows at once: 1 to 8.");
      case TOKENS -> text.isEmpty() || text.matches("[1-9]\\d{0,11}")
          ? Optional.empty()
          : Optional.of("A whole number of tokens from 1, or nothing.");
      case TIME -> text.isEmpty() || TimeSpan.read(text).isPresent()
          ? Optional.empty()
          : Optional.of("It is " + TimeSpan.EXAMPLES + ", or nothing.");
      case SYSTEM, ROWS, HOSTS -> Optional.empty();
    };
  }

  /// How long all rows take by what the trial took, in milliseconds, one after the other; -1 when nobody knows.
  public long estimate() {
    long each = preview.trial().millis();
    return each < 0 ? -1 : each * preview.rows() * Math.max(1, models().size());
  }
}
