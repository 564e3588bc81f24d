package dev.chatstream.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Some processes of [Writer] at once.
final class Writers {

  private record Running(String name, Process process, BufferedReader said) {}

  private final List<Running> running = new ArrayList<>();

  static Writers start(Path folder, List<String> names) throws IOException {
    Writers writers = new Writers();
    for (String name : names) {
      Process process = new ProcessBuilder(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xmx64m",
          "-cp",
          System.getProperty("java.class.path"),
          Writer.class.getName(),
          folder.toString(),
          name)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      writers.running.add(new Running(
          name, process,
          new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))));
    }
    return writers;
  }

  /// Lets them write, once all are ready.
  void go() throws IOException {
    for (Running writer : running) {
      if (!"ready".equals(writer.said.readLine())) {
        throw new IOException("writer " + writer.name + " didn't begin");
      }
    }
    for (Running writer : running) {
      writer.process.getOutputStream().write('\n');
      writer.process.getOutputStream().flush();
    }
  }

  /// Waits until the first of them has said so much, and then a little.
  ///
  /// @return what it has said
  List<String> await(int lines, int spins) throws IOException {
    List<String> said = new ArrayList<>();
    while (said.size() < lines) {
      String line = running.getFirst().said.readLine();
      if (line == null) {
        throw new IOException("a writer ended by itself");
      }
      said.add(line);
    }
    for (int i = 0; i < spins; i++) {
      Thread.onSpinWait();
    }
    return said;
  }

  /// Stops all of them where they are. A file system that is shut down can tell a force that runs just then that all is
  /// well; where the power is cut, nobody is there any more to hear it.
  void stop() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-STOP"));
    running.forEach(writer -> command.add(String.valueOf(writer.process.pid())));
    if (new ProcessBuilder(command).start().waitFor() != 0) {
      throw new IOException("the writers could not be stopped");
    }
  }

  /// Kills all of them and notes what they have said.
  void kill(Ledger ledger, List<String> saidBefore) throws Exception {
    for (Running writer : running) {
      writer.process.toHandle().destroyForcibly(); // Unlike that of Process, it leaves the pipe open.
    }
    for (Running writer : running) {
      writer.process.waitFor();
      List<String> said = new ArrayList<>(writer == running.getFirst() ? saidBefore : List.of());
      for (String line = writer.said.readLine(); line != null; line = writer.said.readLine()) {
        said.add(line);
      }
      ledger.wrote(writer.name, said);
      writer.said.close();
    }
  }
}
