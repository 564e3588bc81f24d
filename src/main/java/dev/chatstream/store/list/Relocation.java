package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Finds the rows of changes again in a file that somebody else has changed: by their ids, else by their indices. What
/// is not there any more, or there twice, gets a number that no row has.
final class Relocation implements RowOp.Refs {

  private static final int CHUNK = 256 * 1024;
  private static final int TWICE = -1;

  private final Map<String, Integer> places;
  private final Map<Integer, Integer> gone = new HashMap<>();

  private Relocation(Map<String, Integer> places) {
    this.places = places;
  }

  /// The keys of the rows of these changes.
  static Set<String> keys(Iterable<ListEdit> edits) {
    Set<String> keys = new HashSet<>();
    RowOp.Refs collect = (ref, key) -> {
      keys.add(key);
      return ref;
    };
    edits.forEach(edit -> edit.with(collect));
    keys.remove("");
    return keys;
  }

  static Relocation in(ListBase base, Set<String> keys) throws IOException, StoreException {
    Map<String, Integer> places = new HashMap<>();
    int id = base.column("id");
    int[] row = {-1};
    int[] columns = {id < 0 ? base.column("index") : id, base.column("index")};
    walk(base, new CsvWalker(base.dialect().separator(), columns, ended -> {
      if (ended.blank()) {
        return true;
      }
      if (row[0] >= 0) {
        String own = id < 0 ? "" : ended.text(0);
        String key = own.isEmpty() ? ListTable.indexKey(ended.text(id < 0 ? 0 : 1)) : own;
        if (keys.contains(key)) {
          places.merge(key, row[0], (one, other) -> TWICE);
        }
      }
      row[0]++;
      return true;
    }));
    places.values().removeIf(place -> place == TWICE);
    return new Relocation(places);
  }

  @Override
  public int of(int ref, String key) {
    if (ref == RowOp.TOP) {
      return ref;
    }
    Integer place = key.isEmpty() ? null : places.get(key);
    return place != null ? place : gone.computeIfAbsent(ref, unknown -> -1 - gone.size());
  }

  private static void walk(ListBase base, CsvWalker walker) throws IOException, StoreException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long at = base.dialect().start();
    while (at < base.signature().length()) {
      int read = base.channel().read(
          chunk.clear().limit((int) Math.min(CHUNK, base.signature().length() - at)), at);
      if (read < 0) {
        break;
      }
      walker.feed(chunk.array(), 0, read);
      at += read;
    }
    walker.end();
  }
}
