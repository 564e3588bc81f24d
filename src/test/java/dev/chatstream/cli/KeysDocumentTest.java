package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.DefaultKeys;
import dev.chatstream.ui.keys.KeyNames;
import dev.chatstream.ui.keys.KeyOverrides;
import dev.chatstream.ui.keys.Keymap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Makes `docs/keys.md` of the tables that the program itself uses, and fails when the file says anything else. To
/// renew it: `mvn -o -Dquick test -Dtest=KeysDocumentTest -Dkeys.renew=true`.
class KeysDocumentTest {

  private static final Path FILE = Path.of("docs/keys.md");
  private static final Keymap KEYS = DefaultKeys.keymap();

  @Test
  void theDocumentSaysWhatTheProgramDoes() throws IOException {
    String made = document();
    if (Boolean.getBoolean("keys.renew")) {
      Files.writeString(FILE, made);
    }
    assertEquals(made, Files.readString(FILE), () -> FILE + " is stale; see " + KeysDocumentTest.class.getName());
  }

  private static String document() {
    StringBuilder text = new StringBuilder(
        """
            # Keys, commands and flags

            Made from the program's own tables by `KeysDocumentTest`; to renew it after a change run
            `mvn -o -Dquick test -Dtest=KeysDocumentTest -Dkeys.renew=true`.

            `^S` means Ctrl-S. `Esc s` means: press Esc, then s, or Alt-S. Never bound, because terminals, multiplexers or SSH
            keep them: `^I ^M ^H ^[ ^B ^] ^^ ^\\ ^_ ^@`.

            ## Keys of your own

            `.store/keys.properties` in the data root puts your keys over these; it is read at the start, and again
            when it changes. `Esc K` says what is wrong in it and opens it in your editor. A line names a word of the first
            table, or a name of the others, and gives all its keys; one without keys takes them away:

            ```
            # my keys
            save = F12, ^S
            retry =
            log.filter = /, ?
            ```

            A line with an unknown name or key, with a key that means something else in that place, or with a letter where
            letters are text, changes nothing. The last row and the log tell its number. Help, hints, sentences, the list
            of commands and the key menu name the keys that are bound.

            ## Everywhere

            While a dialog is open only `^L` and `^Q` work as everywhere; the other keys are the dialog's.

            | keys | word | what it does |
            |---|---|---|
            | `Esc` | | Back out of one thing; in the message: the key menu. |
            | `/` | | In an empty message: find a command. |
            """);
    for (Action action : Action.values()) {
      text.append("| ").append(names(KEYS.keys(action))).append(" | `/").append(action.word()).append("` | ")
          .append(action.help()).append(" |\n");
    }
    for (Context context : Context.values()) {
      if (!KEYS.motions(context).isEmpty()) {
        section(context, text);
      }
    }
    flags(text);
    return text.toString();
  }

  private static void section(Context context, StringBuilder text) {
    text.append("\n## ").append(context.title()).append("\n\n").append(context.help());
    text.append("\n\n| keys | what they do | name |\n|---|---|---|\n");
    KEYS.motions(context).forEach(
        (motion, keys) -> text.append("| ").append(names(keys)).append(" | ").append(motion.title()).append(" | `")
            .append(KeyOverrides.name(context, motion)).append("` |\n"));
  }

  private static void flags(StringBuilder text) {
    text.append("""

        ## Flags

        Flags stand before or after any command. A flag goes before the setting of the same thing; the settings are in
        [settings.md](settings.md).

        | flag | what it sets |
        |---|---|
        """);
    for (GlobalFlag flag : GlobalFlag.values()) {
      if (!flag.description().isEmpty()) {
        String value = flag.takesValue() ? " " + flag.valueLabel().replace("|", "\\|") : "";
        text.append("| `").append(String.join("` `", flag.names())).append("`").append(value).append(" | ")
            .append(flag.description()).append(" |\n");
      }
    }
  }

  private static String names(List<Key> keys) {
    return keys.stream().map(key -> "`" + KeyNames.of(key) + "`").collect(Collectors.joining(" "));
  }
}
