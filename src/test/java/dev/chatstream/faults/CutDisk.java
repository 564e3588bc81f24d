package dev.chatstream.faults;

import dev.chatstream.testing.disk.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// A disk as the standards promise it, and no better: content is there once the file was forced, a name once its folder
/// was. Until then each write, cut and name by itself may be lost or not, whatever came before or after it; a write may
/// be there in part, in any of its sectors, or as a length without content. After all of it the power is cut.
final class CutDisk {

  private static final int SECTOR = 512;

  /// What happens to what was not forced.
  enum Fate {
    ALL_LOST,
    ALL_KEPT,
    LENGTHS_ONLY,
    CONTENTS_ONLY,
    NAMES_ONLY,
    HOLES,
    CHANCE
  }

  private static final class Node {
    private byte[] forced = new byte[0];
    private final List<Call> pending = new ArrayList<>();
  }

  /// A change of a folder's names; one that is null is not changed.
  private record Naming(String gone, String made, Node node) {}

  private static final class Folder {
    /// Where its own name is; null once that was forced.
    private Path parent;
    private final Map<String, Node> forced = new TreeMap<>();
    private final List<Naming> pending = new ArrayList<>();
  }

  private final Map<Path, Folder> folders = new TreeMap<>();
  private final Map<Path, Node> names = new HashMap<>();
  private final Map<Long, Node> open = new HashMap<>();

  /// The disk as this folder is now, all of it forced.
  static CutDisk of(Path folder) throws IOException {
    CutDisk disk = new CutDisk();
    for (Path path : Copies.tree(folder)) {
      if (Files.isDirectory(path)) {
        disk.folders.put(path, new Folder());
      } else {
        Node node = new Node();
        node.forced = Files.readAllBytes(path);
        disk.folders.get(path.getParent()).forced.put(path.getFileName().toString(), node);
        disk.names.put(path, node);
      }
    }
    return disk;
  }

  void apply(Call call) {
    switch (call.kind()) {
      case MAKE_FOLDER -> {
        Folder folder = new Folder();
        folder.parent = call.path().getParent();
        folders.put(call.path(), folder);
      }
      case CREATE -> {
        Node node = new Node();
        open.put(call.channel(), node);
        names.put(call.path(), node);
        naming(call.path(), new Naming(null, name(call.path()), node));
      }
      case OPEN -> open.put(call.channel(), names.get(call.path()));
      case WRITE, CUT -> open.get(call.channel()).pending.add(call);
      case FORCE -> force(open.get(call.channel()));
      case FORCE_FOLDER -> {
        force(folders.get(call.path()));
        folders.values().stream().filter(folder -> call.path().equals(folder.parent))
            .forEach(folder -> folder.parent = null);
      }
      case LINK -> {
        names.put(call.other(), names.get(call.path()));
        naming(call.other(), new Naming(null, name(call.other()), names.get(call.path())));
      }
      case DELETE -> naming(call.path(), new Naming(name(call.path()), null, names.remove(call.path())));
      case RENAME -> {
        Node node = names.remove(call.path());
        names.put(call.other(), node);
        naming(call.other(), new Naming(name(call.path()), name(call.other()), node));
      }
      default -> throw new AssertionError(call);
    }
  }

  /// Files that were opened before this disk was looked at, by calls of that time, and are written to later.
  void keepOpen(List<Call> calls) {
    Map<Path, Path> named = new HashMap<>();
    for (Call call : calls) {
      if (call.kind() == Call.Kind.RENAME || call.kind() == Call.Kind.LINK) {
        named.put(call.path(), call.other());
      }
    }
    for (Call call : calls) {
      if (call.kind() == Call.Kind.OPEN || call.kind() == Call.Kind.CREATE) {
        open.put(call.channel(), names.get(named.getOrDefault(call.path(), call.path())));
      }
    }
  }

  /// Writes a state that a cut at this moment can leave.
  void write(Path to, Path from, Fate fate, Random random) throws IOException {
    Map<Node, byte[]> contents = new HashMap<>();
    for (Map.Entry<Path, Folder> folder : folders.entrySet()) {
      if (folder.getValue().parent != null && !kept(fate, random)) {
        continue;
      }
      Path made = Files.createDirectories(to.resolve(from.relativize(folder.getKey()).toString()));
      for (Map.Entry<String, Node> file : names(folder.getValue(), fate, random).entrySet()) {
        Files.write(made.resolve(file.getKey()),
            contents.computeIfAbsent(file.getValue(), node -> content(node, fate, random)));
      }
    }
  }

  /// How many changes are not forced.
  int pending() {
    Set<Node> nodes = new HashSet<>(open.values());
    nodes.remove(null);
    return nodes.stream().mapToInt(node -> node.pending.size()).sum()
        + folders.values().stream().mapToInt(folder -> folder.pending.size()).sum();
  }

  private static Map<String, Node> names(Folder folder, Fate fate, Random random) {
    Map<String, Node> names = new TreeMap<>(folder.forced);
    for (Naming naming : folder.pending) {
      if (kept(fate, random)) {
        apply(naming, names);
      }
    }
    return names;
  }

  /// Whether a name that was not forced is there.
  private static boolean kept(Fate fate, Random random) {
    return switch (fate) {
      case ALL_LOST, CONTENTS_ONLY -> false;
      case ALL_KEPT, LENGTHS_ONLY, NAMES_ONLY, HOLES -> true;
      case CHANCE -> random.nextBoolean();
    };
  }

  private static void apply(Naming naming, Map<String, Node> names) {
    if (naming.gone != null && (naming.made == null || names.get(naming.gone) == naming.node)) {
      names.remove(naming.gone);
    }
    if (naming.made != null) {
      names.put(naming.made, naming.node);
    }
  }

  private static byte[] content(Node node, Fate fate, Random random) {
    byte[] content = node.forced;
    for (Call call : node.pending) {
      int how = switch (fate) {
        case ALL_LOST, NAMES_ONLY -> 0;
        case ALL_KEPT, CONTENTS_ONLY -> 1;
        case LENGTHS_ONLY -> 2;
        case HOLES -> 4;
        case CHANCE -> random.nextInt(5);
      };
      content = apply(call, content, how, fate == Fate.HOLES ? null : random);
    }
    return content;
  }

  private static byte[] apply(Call call, byte[] content, int how, Random random) {
    int at = (int) call.position();
    if (call.kind() == Call.Kind.CUT) {
      return how == 0 ? content : Arrays.copyOf(content, Math.min(at, content.length));
    }
    int length = call.bytes().length;
    return switch (how) {
      case 0 -> content;
      case 1 -> put(content, at, call.bytes(), length);
      case 2 -> Arrays.copyOf(content, Math.max(content.length, at + length));
      case 3 -> put(content, at, call.bytes(), random.nextInt(length + 1));
      default -> {
        byte[] result = Arrays.copyOf(content, Math.max(content.length, at + length));
        for (int from = 0; from < length; from += SECTOR) {
          // The first and the last one there and one in the middle not is the hardest to see.
          boolean kept = random == null ? from != SECTOR : random.nextBoolean();
          if (kept) {
            System.arraycopy(call.bytes(), from, result, at + from, Math.min(SECTOR, length - from));
          }
        }
        yield result;
      }
    };
  }

  private static byte[] put(byte[] content, int at, byte[] bytes, int length) {
    byte[] result = Arrays.copyOf(content, Math.max(content.length, at + length));
    System.arraycopy(bytes, 0, result, at, length);
    return result;
  }

  private static void force(Node node) {
    for (Call call : node.pending) {
      node.forced = apply(call, node.forced, 1, new Random(0));
    }
    node.pending.clear();
  }

  private static void force(Folder folder) {
    folder.pending.forEach(naming -> apply(naming, folder.forced));
    folder.pending.clear();
  }

  private void naming(Path path, Naming naming) {
    folders.get(path.getParent()).pending.add(naming);
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
