package dev.chatstream.app;

import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which editor and which pager a person wants, and how to start them: as git does, through the shell, for `EDITOR`
/// may hold words such as `code --wait`.
///
/// @param environment as of this process
record GuestProgram(Map<String, String> environment) {

  private static final int NOT_FOUND = 127;

  /// What is set for this screen alone: it would tell the other program a size that is no longer true.
  private static final Set<String> OURS = Set.of("LINES", "COLUMNS", "CHATSTREAM_STTY");

  /// What the other program is for.
  enum Kind {
    EDITOR("editor", List.of("VISUAL", "EDITOR"), List.of("nano", "vi")),
    PAGER("pager", List.of("PAGER"), List.of("less", "more"));

    private final String word;
    private final List<String> variables;
    private final List<String> usual;

    Kind(String word, List<String> variables, List<String> usual) {
      this.word = word;
      this.variables = variables;
      this.usual = usual;
    }

    /// What a person calls it.
    String word() {
      return word;
    }

    /// That there is none.
    String missing() {
      return "There is no " + word + " here. Set " + variables.getFirst() + ", or install " + usual.getFirst() + ".";
    }
  }

  /// The command that the person wants, else the first of the usual ones that is there.
  ///
  /// @param preferences what they set goes before the environment
  Optional<String> find(Kind kind, Preferences preferences) {
    String set = preferences.text(kind == Kind.EDITOR ? Preference.EDITOR : Preference.PAGER);
    return set.isEmpty() ? find(kind) : Optional.of(set);
  }

  private Optional<String> find(Kind kind) {
    return kind.variables.stream()
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(command -> !command.isEmpty())
        .findFirst()
        .or(() -> kind.usual.stream().filter(this::onPath).findFirst());
  }

  private boolean onPath(String name) {
    for (String folder : environment.getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  /// How to start it with a file, on this terminal.
  ProcessBuilder builder(String command, Path file) {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString()).inheritIO();
    builder.environment().keySet().removeAll(OURS);
    return builder;
  }

  /// That it ended badly.
  static String failed(String command, int code, boolean textStays) {
    String stays = textStays ? " The text is as it was." : "";
    return code == NOT_FOUND
        ? command + " isn't there. Set VISUAL, EDITOR or PAGER to a program that is." + stays
        : command + " ended with code " + code + "." + stays;
  }
}
