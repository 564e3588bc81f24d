package dev.chatstream.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.legacy.ForeignList;
import dev.chatstream.store.list.ListLook;
import dev.chatstream.store.list.ListRows;
import dev.chatstream.store.list.ListTexts;
import dev.chatstream.store.list.PendingEdits;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What was changed in the table of a list is in the edit journal first: whoever opens a list's file comes through
/// [PendingEdits], which brings the file up to date, or says here why he needs not.
class PendingEditsRuleTest {

  private static final String HOUSE = "dev.chatstream";

  private static final JavaClasses PROGRAM = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(HOUSE);

  /// What leads to a list's file from outside of it. `store.list` itself passes files on that came in by one of these.
  private static final Set<String> WAYS = Set.of(
      DataRoot.class.getName() + ".taskLists",
      ListLook.class.getName() + ".at",
      ListLook.class.getName() + ".counted",
      ListRows.class.getName() + ".hashes",
      ListTexts.class.getName() + ".open",
      ForeignList.class.getName() + ".open",
      "dev.chatstream.store.list.ListFiles.csv");

  private static final Map<String, String> EXCUSED = Map.ofEntries(
      Map.entry("app.Conversions", "names the file; Importer reads it, and comes through"),
      Map.entry("app.FileWatcher", "watches the folder, and reads nothing"),
      Map.entry("care.backup.Difference", "its caller, Restores, holds the list's lock, taken by LibraryFile.lock"),
      Map.entry("care.work.Soundness", "looks at copies, and at lists whose lock its callers hold"),
      Map.entry("cli.MigrateCommand", "names the file; Importer reads it, and comes through"),
      Map.entry("store.LastGoodCopy", "a damaged list takes no changes; they wait, and are joined with the copy"),
      Map.entry("store.convert.ImportRecord", "asks whether the file is there"),
      Map.entry("store.convert.ListConversion", "its caller, Importer, comes through"),
      Map.entry("store.file.Leftovers", "looks for temporary files by their names"),
      Map.entry("store.list.EditFold", "is what PendingEdits itself writes with"),
      Map.entry("store.list.ListFiles", "says where the file is"),
      Map.entry("store.list.ListLibrary",
          "counts come from the catalogue until a fold changes the file; what is read anew comes through its store"),
      Map.entry("store.list.MergeFiles", "its caller, Merging, comes through"),
      Map.entry("store.list.OtherRows", "its callers hold the file open already"));

  @Test
  void whoeverOpensAListHasItsChangesInItsFileFirst() {
    Map<String, Set<String>> without = without();
    without.keySet().removeAll(EXCUSED.keySet());
    assertEquals(Map.of(), without);
  }

  /// An excuse that nobody needs any more would hide the next one.
  @Test
  void eachExcuseIsNeeded() {
    Set<String> needless = new TreeSet<>(EXCUSED.keySet());
    needless.removeAll(without().keySet());
    assertEquals(Set.of(), needless);
  }

  private static Map<String, Set<String>> without() {
    Map<String, Set<String>> without = new TreeMap<>();
    for (JavaClass user : PROGRAM) {
      for (JavaAccess<?> call : user.getAccessesFromSelf()) {
        String way = call.getTargetOwner().getName() + "." + call.getTarget().getName();
        if (WAYS.contains(way) && !goesThrough(user)) {
          without.computeIfAbsent(name(user).substring(HOUSE.length() + 1), unused -> new TreeSet<>()).add(way);
        }
      }
    }
    return without;
  }

  /// A class within another one is a part of it.
  private static String name(JavaClass user) {
    return user.getName().replaceFirst("\\$.*", "");
  }

  private static boolean goesThrough(JavaClass user) {
    return user.isEquivalentTo(PendingEdits.class)
        || PROGRAM.get(name(user)).getDirectDependenciesFromSelf().stream()
            .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(PendingEdits.class))
        || PROGRAM.get(name(user)).getMethodCallsFromSelf().stream()
            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(LibraryFile.class) && call.getName().equals("lock"));
  }
}
