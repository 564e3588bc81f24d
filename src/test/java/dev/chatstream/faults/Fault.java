package dev.chatstream.faults;

import dev.chatstream.testing.disk.Call;
import dev.chatstream.testing.disk.Call.Kind;
import dev.chatstream.testing.disk.Watcher;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A disk on which one call of a deed goes wrong, in one of several ways.
final class Fault implements Watcher {

  /// The ways.
  enum Way {
    EIO,
    ENOSPC,
    EACCES,
    EMFILE,
    TORN_WRITE,
    INTERRUPT,
    READ_ONLY_FROM_HERE,
    SHORT_WRITES
  }

  private final Way way;
  private final int at;
  private final List<Call> calls = new ArrayList<>();
  private final Map<Long, Object> files = new HashMap<>();
  private final Set<Object> doubtful = new HashSet<>();
  private final List<String> trusted = new ArrayList<>();
  private boolean armed;
  private boolean happened;

  /// @param at the number of the call, from 0
  Fault(Way way, int at) {
    this.way = way;
    this.at = at;
  }

  void arm() {
    armed = true;
    calls.clear();
  }

  void heal() {
    armed = false;
  }

  /// The calls since it was armed.
  List<Call> calls() {
    return calls;
  }

  boolean happened() {
    return happened;
  }

  /// Files that were appended to after their force had failed.
  List<String> trusted() {
    return trusted;
  }

  @Override
  public void before(Call call) throws IOException {
    if (call.kind() == Kind.WRITE && doubtful.contains(files.get(call.channel()))) {
      trusted.add(call.toString());
    }
    if (!armed) {
      return;
    }
    int number = calls.size();
    calls.add(call);
    boolean now = number == at || way == Way.READ_ONLY_FROM_HERE && number > at && call.kind().writes();
    if (!now || way == Way.TORN_WRITE || way == Way.SHORT_WRITES) {
      return;
    }
    if (way == Way.READ_ONLY_FROM_HERE && !call.kind().writes()) {
      return;
    }
    happened = true;
    if (call.kind() == Kind.FORCE && way != Way.INTERRUPT) {
      doubtful.add(files.get(call.channel()));
    }
    fail(call.path().toString());
  }

  private void fail(String file) throws IOException {
    switch (way) {
      case EIO -> throw new IOException("Input/output error");
      case ENOSPC -> throw new FileSystemException(file, null, "No space left on device");
      case EACCES -> throw new AccessDeniedException(file);
      case EMFILE -> throw new FileSystemException(file, null, "Too many open files");
      case READ_ONLY_FROM_HERE -> throw new FileSystemException(file, null, "Read-only file system");
      case INTERRUPT -> Thread.currentThread().interrupt();
      case TORN_WRITE, SHORT_WRITES -> throw new AssertionError();
    }
  }

  /// A torn write has put a part of its bytes down, and the next one says that the disk is full.
  @Override
  public int most(Call write, int bytes) throws IOException {
    if (!armed) {
      return bytes;
    }
    if (way == Way.SHORT_WRITES) {
      happened = true;
      return Math.min(bytes, 7);
    }
    if (way == Way.TORN_WRITE && calls.size() == at + 1) {
      happened = true;
      return Math.max(1, bytes / 2);
    }
    if (way == Way.TORN_WRITE && happened && calls.size() == at + 2) {
      throw new IOException("No space left on device");
    }
    return bytes;
  }

  @Override
  public void after(Call call) {
    if (call.kind() == Kind.OPEN || call.kind() == Kind.CREATE) {
      Object inode = inode(call.path());
      files.put(call.channel(), inode);
      if (call.kind() == Kind.CREATE) {
        doubtful.remove(inode); // The number of a file that is gone.
      }
    }
  }

  private static Object inode(Path path) {
    try {
      return Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return path;
    }
  }
}
