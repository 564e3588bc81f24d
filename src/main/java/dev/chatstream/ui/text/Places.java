package dev.chatstream.ui.text;

/// Files of the library as people know them.
public final class Places {

  private static final String DRAFTS = ".store/drafts/";
  private static final String JSON = ".json";
  private static final int TAIL = 6;

  private Places() {}

  /// A path below the data root; a chat without a name is called that, with the end of its id to tell it from others.
  public static String of(String path) {
    if (!path.startsWith(DRAFTS) || !path.endsWith(JSON)) {
      return path;
    }
    String id = path.substring(DRAFTS.length(), path.length() - JSON.length());
    return "a chat without a name (" + id.substring(Math.max(0, id.length() - TAIL)) + ")";
  }
}
