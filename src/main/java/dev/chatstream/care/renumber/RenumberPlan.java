package dev.chatstream.care.renumber;

import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.store.list.ListRenumber;

/// What renumbering would do. Nothing has been changed.
///
/// @param now what the list holds, so that nothing else is done to another state of it
public record RenumberPlan(LibraryFile file, Content now, ListRenumber.Preview preview) {}
