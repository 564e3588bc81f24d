package dev.chatstream.store.doubles;

import dev.chatstream.core.doubles.ComparedText;
import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.core.doubles.Likeness;
import dev.chatstream.core.doubles.MinHash;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.list.ListTexts;
import java.io.IOException;
import java.util.Arrays;

/// Groups the rows of a list that are like each other: each row joins the earlier one that leads a group and that it is
/// likest to, if it is like enough; else it leads one itself. So all rows of a group are like its first row, which a
/// chain of neighbours would not be.
final class NearGroups {

  private static final int MOST_PAIRS = 4 << 20;
  private static final int ROWS_BETWEEN = 512;
  private static final int COLLECTED = 20;
  private static final int WHOLE = 100;

  private final NearIndex index;
  private final ListTexts texts;
  private final Watch watch;
  private final Places places = new Places();
  private long[] pairs = new long[1 << 12];
  private int count;

  NearGroups(NearIndex index, ListTexts texts, Watch watch) {
    this.index = index;
    this.texts = texts;
    this.watch = watch;
  }

  Groups find() throws IOException, StoreException {
    for (int row = 0; row < index.rows(); row++) {
      places.add(index.begin(row));
    }
    for (int band = 0; band < MinHash.BANDS; band++) {
      Watch.part(watch, 0, COLLECTED).progress(band, MinHash.BANDS);
      for (int bucket = 0; bucket < index.buckets(); bucket++) {
        collect(index.bucket(band, bucket));
      }
    }
    sortOnce();
    collectTail();
    return new Groups(texts, places, led());
  }

  /// Neighbours of one sketch, and each with the first of them.
  private void collect(long[] bucket) {
    int first = 0;
    for (int i = 1; i < bucket.length; i++) {
      if ((int) (bucket[i] >> 32) != (int) (bucket[first] >> 32)) {
        first = i;
      } else {
        pair((int) bucket[first], (int) bucket[i]);
        if (i - 1 > first) {
          pair((int) bucket[i - 1], (int) bucket[i]);
        }
      }
    }
  }

  /// @param later a row after the other one
  private void pair(int earlier, int later) {
    if (earlier == later) {
      return; // Both sketches of one row.
    }
    if (count == pairs.length) {
      if (count >= MOST_PAIRS) {
        sortOnce();
      }
      if (2 * count > pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * count);
      }
    }
    pairs[count] = (long) later << 32 | earlier;
    count++;
  }

  private void sortOnce() {
    Arrays.sort(pairs, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pairs[kept] = pairs[i];
        kept++;
      }
    }
    count = kept;
  }

  /// Rows that came in since the index was built stand in no bucket; each is looked up.
  private void collectTail() throws IOException, StoreException {
    for (TailEntry entry : index.tail()) {
      boolean known = places.count() > 0 && places.begin(places.count() - 1) == entry.begin();
      ListTexts.Row row = known ? null : texts.at(entry.begin());
      if (row != null) {
        int place = places.add(entry.begin());
        for (DoubleRow like : index.like(ComparedText.of(row.text()), texts)) {
          int other = places.at(like.begin());
          if (other >= 0 && other < place) {
            pair(other, place);
          }
        }
      }
    }
  }

  /// Each row with the leader of its group. The pairs stand in the order of their later rows.
  private Pairs led() throws StoreException {
    int[] leader = new int[places.count()];
    Arrays.fill(leader, -1);
    Pairs found = new Pairs();
    for (int i = 0; i < count;) {
      int row = (int) (pairs[i] >>> 32);
      int from = i;
      while (i < count && (int) (pairs[i] >>> 32) == row) {
        i++;
      }
      int best = best(row, from, i, leader);
      if (best >= 0) {
        leader[row] = best;
        found.add(best, row);
      }
      if (from / ROWS_BETWEEN != i / ROWS_BETWEEN) {
        Watch.part(watch, COLLECTED, WHOLE).progress(i, count);
      }
    }
    return found;
  }

  private int best(int row, int from, int to, int[] leader) throws StoreException {
    ComparedText text = read(row);
    int best = -1;
    int last = -1;
    double most = Math.nextDown(Likeness.SIMILAR_FROM);
    for (int i = from; i < to && most < 1; i++) {
      int earlier = (int) pairs[i];
      int leads = leader[earlier] < 0 ? earlier : leader[earlier];
      double part = leads == last ? 0 : text.likeness(read(leads));
      last = leads;
      if (part > most) {
        most = part;
        best = leads;
      }
    }
    return best;
  }

  private ComparedText read(int row) throws StoreException {
    ListTexts.Row found = texts.at(places.begin(row));
    return ComparedText.of(found == null ? "" : found.text());
  }
}
