package dev.chatstream.store.list;

import java.util.Optional;

/// What came of an append. Its rows are on the disk.
///
/// @param file the list
/// @param first the index of the first new row; 0 when there was none
/// @param last the index of the last one; 0 when there was none
/// @param added how many rows came in
/// @param leftOut how many were left out, because the list has their source already
/// @param undo takes them away again; empty when nothing was added
/// @param told one sentence about a torn end that was put aside before; empty when there was none
public record ListAppend(
    String file, long first, long last, int added, int leftOut, Optional<AppendUndo> undo, String told) {

  ListAppend withTold(String sentence) {
    return new ListAppend(file, first, last, added, leftOut, undo, sentence);
  }
}
