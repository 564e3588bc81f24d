package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.preference.Preference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Makes `docs/settings.md` of the table that the program itself uses, and fails when the file says anything else. To
/// renew it: `mvn -o -Dquick test -Dtest=SettingsDocumentTest -Dsettings.renew=true`.
class SettingsDocumentTest {

  private static final Path FILE = Path.of("docs/settings.md");

  @Test
  void theDocumentSaysWhatTheProgramDoes() throws IOException {
    String made = document();
    if (Boolean.getBoolean("settings.renew")) {
      Files.writeString(FILE, made);
    }
    assertEquals(made, Files.readString(FILE), () -> FILE + " is stale; see " + SettingsDocumentTest.class.getName());
  }

  private static String document() {
    StringBuilder text = new StringBuilder(
        """
            # Settings

            Made from the program's own table by `SettingsDocumentTest`; to renew it after a change run
            `mvn -o -Dquick test -Dtest=SettingsDocumentTest -Dsettings.renew=true`.

            `Esc ,` or `/settings` shows them in the program: Enter edits, Space goes through a few values, `d` takes the
            usual one, `^Z` undoes. They act at once and stand in `.store/settings.properties` in the data root, a line
            `name = value` each, `#` before a comment; the first change writes the file with every setting in it as a
            comment. Changed by hand, it is taken up while the program runs. A mistake is told with its line and column,
            and the usual value counts; the doctor names it, too. Flags (docs/keys.md) go before the file.

            | name | allowed | usual | what it does |
            |---|---|---|---|
            """);
    for (Preference each : Preference.values()) {
      String usual = each.usual().isEmpty() ? "none" : "`" + each.usual() + "`";
      text.append("| `").append(each.key()).append("` | ").append(each.range()).append(" | ").append(usual)
          .append(" | ").append(each.help()).append(" |\n");
    }
    text.append(
        """

            What leads one chat (the system prompt, temperature, num_ctx and the like) is set with `Esc i` and stands in the
            chat's own file; presets of it are files in `.store/presets`.
            """);
    return text.toString();
  }
}
