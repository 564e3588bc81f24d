package dev.chatstream.ui.keys;

import static dev.chatstream.ui.keys.Context.CHAT;
import static dev.chatstream.ui.keys.Context.DIALOG;
import static dev.chatstream.ui.keys.Context.INPUT;
import static dev.chatstream.ui.keys.Context.LISTS;
import static dev.chatstream.ui.keys.Context.LOG;
import static dev.chatstream.ui.keys.Context.PICKER;
import static dev.chatstream.ui.keys.Context.RUN;
import static dev.chatstream.ui.keys.Context.RUN_FORM;
import static dev.chatstream.ui.keys.Context.TABLE;
import static dev.chatstream.ui.keys.Context.TASKS;

import dev.chatstream.core.input.Action;

/// The keys as they come. Each action of weight has a chord, an Esc letter (it arrives through every terminal,
/// multiplexer and browser) and a command word. Never bound, because terminals, multiplexers or SSH keep them: `^I ^M
/// ^H ^[ ^B ^] ^^ ^\ ^_ ^@`.
public final class DefaultKeys {

  private static final Keymap KEYS = windows(input(actions(new Keymap())));

  private DefaultKeys() {}

  /// The keymap.
  public static Keymap keymap() {
    return KEYS;
  }

  private static Keymap actions(Keymap keys) {
    return keys.bind(Action.INTERRUPT, "^C")
        .bind(Action.SAVE, "^S, F2, Esc s")
        .bind(Action.SAVE_AS, "Esc S")
        .bind(Action.APPEND, "^G, F3, Esc a")
        .bind(Action.TO_TASKS, "^T, F4, Esc t")
        .bind(Action.RUN, "Esc g")
        .bind(Action.EXPORT, "Esc X")
        .bind(Action.OPEN, "^O, Esc o")
        .bind(Action.FIND, "^F, F7, Esc /")
        .bind(Action.NEW, "^N, Esc n")
        .bind(Action.SAVE_POINTS, "Esc h")
        .bind(Action.CHAT, "Esc 1")
        .bind(Action.LISTS, "F5, Esc 2")
        .bind(Action.LOG, "F8, Esc 3")
        .bind(Action.NEXT_PANEL, "Tab, F6")
        .bind(Action.PREVIOUS_PANEL, "Shift-Tab")
        .bind(Action.ZOOM, "Esc z")
        .bind(Action.COPY, "Esc c")
        .bind(Action.THINKING, "Esc v")
        .bind(Action.MODEL, "Esc m")
        .bind(Action.CONTEXT, "Esc W")
        .bind(Action.STOP, "Esc x")
        .bind(Action.RETRY, "^R, Esc r")
        .bind(Action.CONTINUE, "Esc +")
        .bind(Action.REVISE, "Esc E")
        .bind(Action.BRANCHES, "Esc w")
        .bind(Action.COMPARE, "Esc M")
        .bind(Action.SETTINGS, "Esc i")
        .bind(Action.UNDO, "^Z, Esc u")
        .bind(Action.PROMPTS, "Esc k")
        .bind(Action.QUEUE, "Esc j")
        .bind(Action.TEMPLATES, "Esc {")
        .bind(Action.EDITOR, "^X, Esc e")
        .bind(Action.COMMANDS, "^P, F9, Esc p")
        .bind(Action.PREFERENCES, "Esc ,")
        .bind(Action.KEYS, "Esc K")
        .bind(Action.WIDER, "Esc >")
        .bind(Action.NARROWER, "Esc <")
        .bind(Action.BACKUP, "Esc B")
        .bind(Action.RESTORE, "Esc R")
        .bind(Action.TRASH, "Esc T")
        .bind(Action.DOCTOR, "Esc D")
        .bind(Action.PERFORMANCE, "Esc P")
        .bind(Action.HELP, "F1, Esc ?")
        .bind(Action.REDRAW, "^L, Esc l")
        .bind(Action.QUIT, "^Q, F10, Esc q");
  }

  private static Keymap input(Keymap keys) {
    return keys.bind(INPUT, Motion.SEND, "Enter")
        .bind(INPUT, Motion.NEW_LINE, "^J Alt-Enter Shift-Enter")
        .bind(INPUT, Motion.UP, "Up")
        .bind(INPUT, Motion.DOWN, "Down")
        .bind(INPUT, Motion.LEFT, "Left")
        .bind(INPUT, Motion.RIGHT, "Right")
        .bind(INPUT, Motion.WORD_LEFT, "Ctrl-Left Alt-Left Alt-b")
        .bind(INPUT, Motion.WORD_RIGHT, "Ctrl-Right Alt-Right Alt-f")
        .bind(INPUT, Motion.LINE_START, "Home ^A")
        .bind(INPUT, Motion.LINE_END, "End ^E")
        .bind(INPUT, Motion.DELETE_BACK, "Backspace")
        .bind(INPUT, Motion.DELETE_AHEAD, "Delete ^D")
        .bind(INPUT, Motion.DELETE_WORD_BACK, "^W Alt-Backspace")
        .bind(INPUT, Motion.DELETE_WORD_AHEAD, "Alt-d")
        .bind(INPUT, Motion.DELETE_TO_START, "^U")
        .bind(INPUT, Motion.DELETE_TO_END, "^K")
        .bind(INPUT, Motion.YANK, "Alt-y")
        .bind(INPUT, Motion.YANK_EARLIER, "Alt-Y")
        .bind(INPUT, Motion.REDO, "^Y")
        .bind(INPUT, Motion.UNFOLD, "Alt-.")
        .bind(INPUT, Motion.EARLIER, "Alt-Up")
        .bind(INPUT, Motion.LATER, "Alt-Down")
        .bind(INPUT, Motion.PAGE_UP, "PgUp")
        .bind(INPUT, Motion.PAGE_DOWN, "PgDn")
        .bind(INPUT, Motion.SCROLL_UP, "Shift-Up")
        .bind(INPUT, Motion.SCROLL_DOWN, "Shift-Down")
        .bind(INPUT, Motion.FIRST, "Ctrl-Home")
        .bind(INPUT, Motion.LAST, "Ctrl-End")
        .bind(INPUT, Motion.MENU, "Esc");
  }

  private static Keymap windows(Keymap keys) {
    return runs(table(lines(lines(lines(lines(lines(keys, CHAT), LISTS), LOG), DIALOG), TASKS)))
        .bind(CHAT, Motion.MARK, "Space")
        .bind(CHAT, Motion.OLDER_VERSION, "[")
        .bind(CHAT, Motion.NEWER_VERSION, "]")
        .bind(CHAT, Motion.REVISE, "e")
        .bind(CHAT, Motion.PREVIOUS_BLOCK, "(")
        .bind(CHAT, Motion.NEXT_BLOCK, ")")
        .bind(CHAT, Motion.IN, "Right l")
        .bind(CHAT, Motion.OUT, "Left h")
        .bind(CHAT, Motion.CHOOSE, "Enter")
        .bind(CHAT, Motion.COPY, "c y")
        .bind(CHAT, Motion.WRITE, "w")
        .bind(CHAT, Motion.THINKING, "v")
        .bind(CHAT, Motion.PLAIN, "p")
        .bind(CHAT, Motion.PAGER, "o")
        .bind(CHAT, Motion.VIEW, "O")
        .bind(CHAT, Motion.WRAP, "s")
        .bind(CHAT, Motion.FIND, "/")
        .bind(CHAT, Motion.NEXT_HIT, "n")
        .bind(CHAT, Motion.PREVIOUS_HIT, "N")
        .bind(CHAT, Motion.BACK, "Esc i")
        .bind(LISTS, Motion.CHOOSE, "Enter")
        .bind(LISTS, Motion.RUN, "r")
        .bind(LISTS, Motion.CONVERT, "c")
        .bind(LISTS, Motion.ADD, "a n")
        .bind(LISTS, Motion.RENAME, "R")
        .bind(LISTS, Motion.DUPLICATE, "d")
        .bind(LISTS, Motion.FILTER, "/ f")
        .bind(LISTS, Motion.CATEGORIES, "v")
        .bind(LISTS, Motion.DISCARD, "x Delete")
        .bind(LISTS, Motion.BACK, "Esc q Backspace")
        .bind(LOG, Motion.CHOOSE, "Enter")
        .bind(LOG, Motion.ERRORS, "1 e")
        .bind(LOG, Motion.WARNINGS, "2 w")
        .bind(LOG, Motion.INFOS, "3")
        .bind(LOG, Motion.DEBUGS, "4")
        .bind(LOG, Motion.TRACES, "5")
        .bind(LOG, Motion.FILTER, "/ f")
        .bind(LOG, Motion.FILES, "o")
        .bind(LOG, Motion.BACK, "Esc q Backspace")
        .bind(PICKER, Motion.CHOOSE, "Enter")
        .bind(PICKER, Motion.UP, "Up ^K")
        .bind(PICKER, Motion.DOWN, "Down ^J")
        .bind(PICKER, Motion.PAGE_UP, "PgUp")
        .bind(PICKER, Motion.PAGE_DOWN, "PgDn")
        .bind(PICKER, Motion.FIRST, "Home")
        .bind(PICKER, Motion.LAST, "End")
        .bind(PICKER, Motion.MORE, "Tab")
        .bind(PICKER, Motion.DISCARD, "Delete")
        .bind(PICKER, Motion.SORT, "^R")
        .bind(PICKER, Motion.DELETE_BACK, "Backspace")
        .bind(PICKER, Motion.DELETE_WORD_BACK, "^W")
        .bind(PICKER, Motion.DELETE_TO_START, "^U")
        .bind(PICKER, Motion.BACK, "Esc ^C")
        .bind(TASKS, Motion.CHOOSE, "Enter")
        .bind(TASKS, Motion.TICK, "Space")
        .bind(TASKS, Motion.TICK_ALL, "a")
        .bind(TASKS, Motion.EDIT, "e")
        .bind(TASKS, Motion.LEFT, "Left h")
        .bind(TASKS, Motion.RIGHT, "Right l")
        .bind(TASKS, Motion.NEXT_FIELD, "Tab")
        .bind(TASKS, Motion.PREVIOUS_FIELD, "Shift-Tab")
        .bind(TASKS, Motion.BACK, "Esc ^C q")
        .bind(DIALOG, Motion.CHOOSE, "Enter")
        .bind(DIALOG, Motion.CONVERT, "c")
        .bind(DIALOG, Motion.SOURCE, "b")
        .bind(DIALOG, Motion.BACK, "Esc ^C q");
  }

  private static Keymap table(Keymap keys) {
    return keys.bind(TABLE, Motion.UP, "Up k")
        .bind(TABLE, Motion.DOWN, "Down j")
        .bind(TABLE, Motion.PAGE_UP, "PgUp")
        .bind(TABLE, Motion.PAGE_DOWN, "PgDn")
        .bind(TABLE, Motion.FIRST, "Home g")
        .bind(TABLE, Motion.LAST, "End G")
        .bind(TABLE, Motion.LEFT, "Left")
        .bind(TABLE, Motion.RIGHT, "Right")
        .bind(TABLE, Motion.CHOOSE, "Enter")
        .bind(TABLE, Motion.EDIT, "e")
        .bind(TABLE, Motion.ADD, "a")
        .bind(TABLE, Motion.DONE, "d")
        .bind(TABLE, Motion.STATUS, "s")
        .bind(TABLE, Motion.PRIORITY, "p")
        .bind(TABLE, Motion.TAGS, "t")
        .bind(TABLE, Motion.CATEGORY, "C")
        .bind(TABLE, Motion.DUE, "D")
        .bind(TABLE, Motion.MARK, "Space")
        .bind(TABLE, Motion.MARK_TO, "v")
        .bind(TABLE, Motion.MARK_ALL, "*")
        .bind(TABLE, Motion.MOVE_DOWN, "J Alt-Down")
        .bind(TABLE, Motion.MOVE_UP, "K Alt-Up")
        .bind(TABLE, Motion.DELETE, "x Delete")
        .bind(TABLE, Motion.TAKE_BACK, "u ^Z")
        .bind(TABLE, Motion.DO_AGAIN, "U ^Y")
        .bind(TABLE, Motion.FILTER, "f /")
        .bind(TABLE, Motion.SORT, "o")
        .bind(TABLE, Motion.GROUP, "O")
        .bind(TABLE, Motion.COLUMNS, "w")
        .bind(TABLE, Motion.RUN, "r")
        .bind(TABLE, Motion.RENUMBER, "#")
        .bind(TABLE, Motion.SOURCE, "b")
        .bind(TABLE, Motion.COPY, "c y")
        .bind(TABLE, Motion.BACK, "Esc q Backspace");
  }

  private static Keymap runs(Keymap keys) {
    return lines(lines(keys, RUN_FORM), RUN)
        .bind(RUN_FORM, Motion.CHOOSE, "Enter")
        .bind(RUN_FORM, Motion.TRY, "t")
        .bind(RUN_FORM, Motion.START, "s")
        .bind(RUN_FORM, Motion.BACK, "Esc ^C q")
        .bind(RUN, Motion.CHOOSE, "Enter")
        .bind(RUN, Motion.PAUSE, "p")
        .bind(RUN, Motion.AGAIN, "r")
        .bind(RUN, Motion.AGAIN_FAILED, "R")
        .bind(RUN, Motion.LEAVE_OUT, "x")
        .bind(RUN, Motion.MORE_AT_ONCE, "+")
        .bind(RUN, Motion.FEWER_AT_ONCE, "-")
        .bind(RUN, Motion.STOP, "S")
        .bind(RUN, Motion.DRAIN, "e")
        .bind(RUN, Motion.NEW_RUN, "n")
        .bind(RUN, Motion.BACK, "Esc ^C q");
  }

  private static Keymap lines(Keymap keys, Context context) {
    return keys.bind(context, Motion.UP, "Up k")
        .bind(context, Motion.DOWN, "Down j")
        .bind(context, Motion.PAGE_UP, "PgUp")
        .bind(context, Motion.PAGE_DOWN, context == CHAT || context == TASKS ? "PgDn" : "PgDn Space")
        .bind(context, Motion.FIRST, "Home g")
        .bind(context, Motion.LAST, "End G");
  }
}
