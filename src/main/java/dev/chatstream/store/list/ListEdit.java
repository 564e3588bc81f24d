package dev.chatstream.store.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One change of a list as a person made it: all of its steps or none.
///
/// @param id never used twice
/// @param words what it was, such as `status of 3 rows`
/// @param ops its steps, in their order
record ListEdit(String id, String words, List<RowOp> ops) {

  ListEdit {
    ops = List.copyOf(ops);
  }

  /// The change that takes this one back.
  ListEdit back() {
    List<RowOp> all = new ArrayList<>(ops.size());
    ops.forEach(op -> all.add(op.back()));
    Collections.reverse(all);
    return new ListEdit(id, words, all);
  }

  /// The same with other numbers for rows.
  ListEdit with(RowOp.Refs refs) {
    return new ListEdit(id, words, ops.stream().map(op -> op.with(refs)).toList());
  }
}
