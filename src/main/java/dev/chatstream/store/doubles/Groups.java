package dev.chatstream.store.doubles;

import dev.chatstream.core.doubles.ComparedText;
import dev.chatstream.core.doubles.DoubleGroup;
import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.core.doubles.Likeness;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.ListTexts;
import java.util.ArrayList;
import java.util.List;

/// Groups of doubles, each row with the first of its group; their texts are read as they are asked for.
public final class Groups {

  /// How many rows of a group are named at most.
  public static final int NAMED = 200;

  private static final int SHOWN = 4000;

  private final ListTexts texts;
  private final Places places;
  private final Pairs pairs;
  private final int groups;

  /// @param pairs each row with the first of its group
  Groups(ListTexts texts, Places places, Pairs pairs) {
    this.texts = texts;
    this.places = places;
    this.pairs = pairs;
    pairs.sort();
    int found = 0;
    for (int i = 0; i < pairs.count(); i++) {
      found += i == 0 || pairs.first(i) != pairs.first(i - 1) ? 1 : 0;
    }
    this.groups = found;
  }

  /// Takes groups.
  @FunctionalInterface
  public interface Taker {
    /// Takes the next one.
    ///
    /// @return whether to go on
    boolean group(DoubleGroup group) throws StoreException;
  }

  /// How many there are.
  public int count() {
    return groups;
  }

  /// How many rows the list has.
  public long rows() {
    return places.count();
  }

  /// How many rows are doubles of an earlier one.
  public long doubles() {
    return pairs.count();
  }

  /// Gives the groups in the order of their first rows. The list must still be open.
  public void forEach(Taker taker) throws StoreException {
    boolean go = true;
    for (int i = 0; i < pairs.count() && go;) {
      int from = i;
      while (i < pairs.count() && pairs.first(i) == pairs.first(from)) {
        i++;
      }
      go = taker.group(group(from, i));
    }
  }

  private DoubleGroup group(int from, int to) throws StoreException {
    ListTexts.Row first = read(pairs.first(from));
    ComparedText compared = ComparedText.of(first.text());
    List<DoubleRow> rows = new ArrayList<>();
    rows.add(named(pairs.first(from), 1, first));
    double least = 1;
    for (int i = from; i < Math.min(to, from + NAMED - 1); i++) {
      ListTexts.Row other = read(pairs.other(i));
      double part = compared.likeness(ComparedText.of(other.text()));
      least = Math.min(least, part);
      rows.add(named(pairs.other(i), part, other));
    }
    return new DoubleGroup(Likeness.of(least, least >= 1), rows, to - from + 1);
  }

  private static DoubleRow named(int row, double part, ListTexts.Row read) {
    String text = read.text();
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    return new DoubleRow(row + 1L, read.begin(), read.index(), part, shown);
  }

  private ListTexts.Row read(int row) throws StoreException {
    ListTexts.Row found = texts.at(places.begin(row));
    if (found == null) {
      throw new StoreException(new StoreFailure.ChangedElsewhere("the list"));
    }
    return found;
  }
}
