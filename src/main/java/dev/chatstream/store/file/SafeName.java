package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns what a person types into a file name that is safe on every system: `Release plan` becomes
/// `release-plan.json`. A name that would have to be bent too far is refused with the reason.
public final class SafeName {

  /// The longest name in bytes of UTF-8, with its extension: file systems allow 255, and ours get numbers and
  /// companions.
  public static final int LONGEST = 200;

  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._]+");
  private static final Pattern EDGES = Pattern.compile("^[-._]+|[-._]+$");

  private SafeName() {}

  /// The safe file name for a typed one.
  ///
  /// @param extension with its dot; it may be typed, too
  public static String of(String typed, String extension) throws StoreException {
    String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    refuseBad(name);
    if (name.toLowerCase(Locale.ROOT).endsWith(extension)) {
      name = name.substring(0, name.length() - extension.length());
    }
    String safe = dashed(name);
    if (safe.isEmpty()) {
      throw bad("A name needs a letter or a digit. Type another.");
    }
    if (DEVICE.matcher(safe).matches()) {
      throw bad("\"" + safe + "\" is the name of a device on some systems. Add a word to it.");
    }
    int bytes = bytes(safe + extension);
    if (bytes > LONGEST) {
      throw bad("That name is too long: " + bytes + " bytes, " + LONGEST + " are the most. Shorten it.");
    }
    return safe + extension;
  }

  /// A safe name from the name of any file, cut where it is too long; `imported` where nothing of it can be used.
  ///
  /// @param extension with its dot; replaces the file's own
  public static String ofFile(String fileName, String extension) {
    int dot = fileName.lastIndexOf('.');
    String safe = dashed(Normalizer.normalize(dot > 0 ? fileName.substring(0, dot) : fileName, Normalizer.Form.NFC));
    while (bytes(safe + extension) > LONGEST) {
      safe = dashed(safe.substring(0, safe.offsetByCodePoints(safe.length(), -1)));
    }
    return (safe.isEmpty() || DEVICE.matcher(safe).matches() ? "imported" : safe) + extension;
  }

  /// The name itself, or with the first number from 2 on that no name of the folder has, upper and lower case being
  /// the same.
  public static String free(String name, String extension, Collection<String> taken) {
    Set<String> folded = taken.stream().map(SafeName::fold).collect(Collectors.toSet());
    String stem = name.substring(0, name.length() - extension.length());
    String candidate = name;
    for (int number = 2; folded.contains(fold(candidate)); number++) {
      candidate = stem + "-" + number + extension;
    }
    return candidate;
  }

  /// What two names have in common that some file systems take for the same.
  public static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /// The length of a name as file systems count it.
  static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String dashed(String name) {
    String lower = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    String dashes = NOT_IN_NAMES.matcher(lower).replaceAll("-");
    return EDGES.matcher(dashes).replaceAll("");
  }

  private static void refuseBad(String name) throws StoreException {
    if (name.isEmpty()) {
      throw bad("A name is needed. Type one, such as \"Release plan\".");
    }
    if (name.chars().anyMatch(c -> Character.getType(c) == Character.CONTROL)) {
      throw bad("A name can't hold control characters, tabs or line ends. Type it without them.");
    }
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw bad("A name can't hold / or \\: it is a name, not a path. Leave them out.");
    }
    if (name.startsWith(".")) {
      throw bad("A name can't begin with a dot: such files are hidden. Leave it out.");
    }
  }

  private static StoreException bad(String reason) {
    return new StoreException(new StoreFailure.BadName(reason));
  }
}
