package dev.chatstream.ui.keys;

/// What a key can mean within one window. Unlike an action it changes only what that window shows.
public enum Motion {
  UP("up"),
  DOWN("down"),
  PAGE_UP("page up"),
  PAGE_DOWN("page down"),
  FIRST("first"),
  LAST("last, follow"),
  LEFT("left"),
  RIGHT("right"),
  WORD_LEFT("word left"),
  WORD_RIGHT("word right"),
  LINE_START("line start"),
  LINE_END("line end"),
  DELETE_BACK("delete back"),
  DELETE_AHEAD("delete ahead"),
  DELETE_WORD_BACK("delete word"),
  DELETE_WORD_AHEAD("delete next word"),
  DELETE_TO_START("delete to start"),
  DELETE_TO_END("delete to end"),
  YANK("bring deleted text back"),
  YANK_EARLIER("bring earlier deleted text back"),
  UNDO("undo typing"),
  REDO("redo typing"),
  UNFOLD("open a folded paste"),
  SEND("send"),
  NEW_LINE("new line"),
  EARLIER("earlier prompt"),
  LATER("later prompt"),
  SCROLL_UP("scroll chat up"),
  SCROLL_DOWN("scroll chat down"),
  CHOOSE("open"),
  MARK("mark for a list"),
  TICK("in or out"),
  TICK_ALL("all in or out"),
  EDIT("write it otherwise"),
  NEXT_FIELD("next field"),
  PREVIOUS_FIELD("field before"),
  MORE("other choice, name it"),
  DISCARD("to the trash"),
  SORT("another order"),
  CONVERT("make a converted copy"),
  OLDER_VERSION("version before"),
  NEWER_VERSION("next version"),
  REVISE("edit, send again"),
  MENU("key menu"),
  BACK("back"),
  PREVIOUS_BLOCK("block before"),
  NEXT_BLOCK("next block"),
  IN("into the blocks, right"),
  OUT("whole message, left"),
  COPY("copy"),
  WRITE("write to a file"),
  THINKING("open or fold thinking"),
  PLAIN("plain text"),
  PAGER("read in your pager"),
  VIEW("look at it in your editor"),
  WRAP("wrap code or not"),
  FIND("find in this chat"),
  NEXT_HIT("next hit"),
  PREVIOUS_HIT("hit before"),
  FILTER("filter by text"),
  FILES("log files"),
  ERRORS("errors only"),
  WARNINGS("warnings and errors"),
  INFOS("info and up"),
  DEBUGS("debug and up"),
  TRACES("everything");

  private final String title;

  Motion(String title) {
    this.title = title;
  }

  /// Its name in the help and in hint lines.
  public String title() {
    return title;
  }
}
