package dev.chatstream.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may know whom: `app -> ui, model, store, log, engine, care, run -> core -> JDK`, `ui -> term`,
/// `care -> store`, `run -> store, model`, and each library in the one
/// or two packages that speak its language.
class ArchitectureTest {

  private static final String HOUSE = "dev.chatstream";

  private static final JavaClasses PROGRAM = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(HOUSE);

  private static String in(String wing) {
    return HOUSE + "." + wing + "..";
  }

  /// A rule about nothing fails by itself: an empty wing is no wing.
  private static void holds(ArchRule rule) {
    rule.check(PROGRAM);
  }

  @Test
  void thereIsAProgramToLookAt() {
    assertFalse(PROGRAM.isEmpty());
    assertFalse(PROGRAM.stream().noneMatch(resideInAPackage(in("core"))));
  }

  @Test
  void coreKnowsTheJdkOnly() {
    holds(classes().that().resideInAPackage(in("core"))
        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", in("core")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "store", "log", "engine", "term", "ui", "care", "run"})
  void aWingKnowsItselfAndCore(String wing) {
    List<String> known = new ArrayList<>(List.of(in("core"), in(wing)));
    if (wing.equals("ui")) {
      known.add(in("term"));
    }
    if (wing.equals("care")) {
      known.add(in("store"));
    }
    if (wing.equals("run")) {
      known.addAll(List.of(in("store"), in("model")));
    }
    holds(noClasses().that().resideInAPackage(in(wing))
        .should().dependOnClassesThat(resideInAPackage(HOUSE + "..")
            .and(not(resideInAnyPackage(known.toArray(String[]::new))))));
  }

  @ParameterizedTest
  @CsvSource({
    "com.googlecode.lanterna.., term, ui",
    "io.github.ollama4j.., model, model",
    "com.univocity.., store, store",
    "org.commonmark.., ui.markdown, ui.markdown",
    "de.kherud.., engine, engine",
    "org.tinylog.provider.., log, log"
  })
  void aLibraryStaysWhereItBelongs(String library, String wing, String otherWing) {
    holds(noClasses().that().resideOutsideOfPackages(in(wing), in(otherWing))
        .should().dependOnClassesThat().resideInAPackage(library));
  }

  /// A library that nobody uses, or whose name is mistyped, would make the rule about it hold for nothing.
  @ParameterizedTest
  @CsvSource({
    "com.googlecode.lanterna.., term",
    "com.googlecode.lanterna.., ui",
    "io.github.ollama4j.., model",
    "com.univocity.., store",
    "de.kherud.., engine",
    "org.tinylog.provider.., log",
    "com.fasterxml.jackson.., store",
    "com.fasterxml.jackson.., model",
    "com.fasterxml.jackson.., engine",
    "picocli.., cli"
  })
  void aLibraryIsUsedWhereItBelongs(String library, String wing) {
    assertTrue(PROGRAM.stream().filter(resideInAPackage(in(wing)))
        .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> resideInAPackage(library).test(dependency.getTargetClass())));
  }

  /// It is there for libraries that log through it.
  @Test
  void nobodyLogsThroughSlf4j() {
    holds(noClasses().should().dependOnClassesThat().resideInAPackage("org.slf4j.."));
  }

  @Test
  void jsonIsReadWhereFilesAndWiresAre() {
    holds(noClasses().that().resideOutsideOfPackages(in("store"), in("model"), in("engine"))
        .should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.."));
  }

  @Test
  void onlyTheCommandLineParsesItsOwnWords() {
    holds(noClasses().that().resideOutsideOfPackages(in("cli"), HOUSE)
        .should().dependOnClassesThat().resideInAPackage("picocli.."));
  }

  /// The engine's server is a process of its own, whose output is a pipe.
  @Test
  void onlyTheCommandLinePrints() {
    holds(noClasses().that().resideOutsideOfPackages(in("cli"), in("engine.server"), HOUSE)
        .should().accessField(System.class, "out")
        .orShould().accessField(System.class, "err"));
  }

  @Test
  void threadsAreStartedByNameNotPooled() {
    holds(noClasses().should().dependOnClassesThat().haveNameMatching(
        "java\\.util\\.concurrent\\.(ThreadPoolExecutor|ScheduledExecutorService|ForkJoinPool)"
            + "|java\\.lang\\.(Inheritable)?ThreadLocal|java\\.util\\.Timer"));
    holds(noClasses().should().callMethodWhere(
        target(owner(type(Executors.class))).and(target(nameMatching("new(Fixed|Cached|Scheduled|Single|Work).*")))));
  }

  @Test
  void nobodyPrintsAStackTrace() {
    holds(noClasses().should().callMethodWhere(
        target(owner(assignableTo(Throwable.class))).and(target(nameMatching("printStackTrace")))));
  }
}
