package dev.chatstream.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The short form of the fuzzing, with fixed seeds: the corpus as it is, then changed at random. The long form finds its
/// own way by coverage: `.ci/fuzz`. `-Dfuzz=1500` makes it 20,000 inputs, as the checks on a fresh machine do.
class ReadersFuzzTest {

  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Target.class)
  void anyBytesAreReadOrRefused(Target target) throws Exception {
    Readers readers = new Readers(folder.resolve("root"));
    List<byte[]> corpus = corpus(target);
    assertFalse(corpus.isEmpty());
    for (byte[] input : corpus) {
      run(target, readers, input);
    }
    Random random = new Random(20261123);
    for (int i = 0; i < Integer.getInteger("fuzz", 300); i++) {
      byte[] input = corpus.get(random.nextInt(corpus.size())).clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        input = Mutation.of(input, corpus.get(random.nextInt(corpus.size())), random);
      }
      run(target, readers, input);
    }
  }

  private void run(Target target, Readers readers, byte[] input) throws IOException {
    try {
      target.run(readers, input);
    } catch (Exception | Error failed) {
      Path kept = Files.write(Files.createTempFile("fuzz-" + target.folder(), ".bin"), input);
      throw new AssertionError("The input is in " + kept, failed);
    }
  }

  private static List<byte[]> corpus(Target target) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS.resolve(target.folder()))) {
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    return inputs;
  }
}
