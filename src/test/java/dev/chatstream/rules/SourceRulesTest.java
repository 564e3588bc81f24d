package dev.chatstream.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules on the files of the project themselves.
class SourceRulesTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", "logs", "chats", "task_lists", ".store", ".idea", ".vscode", "__pycache__");
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_LINE = 120;

  // Written so that none of them is found in this very file.
  private static final Pattern REGISTRY = Pattern.compile(
      "repo1?\\.m[a]ven|central\\.s[o]natype|p[y]pi\\.org|python[h]osted|n[p]mjs\\.|c[r]ates\\.io|prox[y]\\.golang|deb\\.d[e]bian");
  private static final Pattern MACHINE = Pattern.compile(
      "/(?:work|farm|root)/|/(?:home|Users)/[a-z]+/|\\.\\./shared|\\bfarm-[a-z]");
  private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO)DO\\b|\\bFIX(?:ME)\\b|\\bXX(?:X)\\b");
  private static final Pattern KEY_IN_WORDS =
      Pattern.compile("\"[^\"]*(?:\\^[A-Z]|\\bEsc \\S|\\bF\\d{1,2}\\b)[^\"]*\"");
  private static final Pattern SHAKY_TEST = Pattern.compile("\\bThread[.]sleep|@Dis(?:abled)\\b|\\bassertTime(?:out)");

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> tree = Files.walk(PROJECT.resolve(folder))) {
      return tree
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(PROJECT.relativize(file).toString().split("/")).noneMatch(NOT_OURS::contains))
          .sorted()
          .toList();
    }
  }

  private static List<Path> java(String folder) throws IOException {
    return files(folder).stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /// The lines, none for a file that isn't text.
  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException _) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> findings(List<Path> files, Predicate<String> wrong) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (wrong.test(lines.get(i))) {
          found.add(PROJECT.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    return found;
  }

  @Test
  void noSourceIsLongerThanAPersonReads() throws IOException {
    List<Path> sources = java("src/main");
    assertFalse(sources.isEmpty());
    assertEquals(List.of(), sources.stream().filter(file -> lines(file).size() > LONGEST_FILE).toList());
  }

  @Test
  void noLineIsWiderThanAWindow() throws IOException {
    List<Path> sources = java("src/main");
    assertEquals(List.of(), findings(sources, line -> line.length() > LONGEST_LINE || line.indexOf('\t') >= 0));
  }

  @Test
  void eachPackageSaysWhatItIsFor() throws IOException {
    List<Path> missing = java("src/main").stream()
        .map(Path::getParent)
        .distinct()
        .filter(folder -> !folder.endsWith("dev/chatstream"))
        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
        .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void noFileNamesARegistryOrAPlaceOnOneMachine() throws IOException {
    List<String> found = findings(
        files("."), line -> REGISTRY.matcher(line).find() || MACHINE.matcher(line).find());
    assertEquals(List.of(), found);
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    assertEquals(List.of(), findings(java("src"), UNFINISHED.asPredicate()));
  }

  /// Sentences name an action; its key is put in where they are shown.
  @Test
  void noSentenceOfTheCoreNamesAKey() throws IOException {
    assertEquals(List.of(), findings(java("src/main/java/dev/chatstream/core"), KEY_IN_WORDS.asPredicate()));
  }

  @Test
  void noTestSleepsTimesItselfOrIsSwitchedOff() throws IOException {
    assertEquals(List.of(), findings(java("src/test"), SHAKY_TEST.asPredicate()));
  }
}
