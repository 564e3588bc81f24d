package dev.chatstream.store.run;

/// Where a record stands: the number of the journal's file and the offset in it, in one `long`.
final class Place {

  private static final int OFFSET_BITS = 44;

  private Place() {}

  static long of(int file, long offset) {
    return (long) file << OFFSET_BITS | offset;
  }

  static int file(long place) {
    return (int) (place >>> OFFSET_BITS);
  }

  static long offset(long place) {
    return place & (1L << OFFSET_BITS) - 1;
  }
}
