package dev.chatstream.store.run;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The servers beyond this machine that a person let rows be sent to: `.store/run_servers.txt`, one a line. A server
/// whose address has changed is another one. Whoever deletes the file, or a line of it, is asked again.
public final class AllowedServers {

  private static final String FILE = "run_servers.txt";
  private static final long LARGEST = 1 << 20;
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final DataRoot root;
  private final Path file;

  /// Those of this data root.
  public AllowedServers(DataRoot root) {
    this.root = root;
    this.file = root.internal().resolve(FILE);
  }

  /// Those of these servers that nobody has allowed yet.
  public List<String> missing(List<String> servers) throws StoreException {
    Set<String> known = read();
    return servers.stream().filter(server -> !known.contains(server)).toList();
  }

  /// Notes that rows may be sent to these.
  public void allow(List<String> servers) throws StoreException {
    try (LockFile lock = LockFile.take(root.locks(), "run_servers", "process", A_MOMENT)) {
      Set<String> all = read();
      all.addAll(servers);
      byte[] bytes = (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
      new AtomicFile(FileOps.DISK).replace(file, out -> out.write(bytes));
    }
  }

  private Set<String> read() throws StoreException {
    Set<String> known = new LinkedHashSet<>();
    if (RegularFile.look(file).filter(found -> found.size() <= LARGEST).isEmpty()) {
      return known;
    }
    try {
      new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().map(String::strip)
          .filter(line -> !line.isEmpty()).forEach(known::add);
      return known;
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }
}
