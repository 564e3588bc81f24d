package dev.chatstream.care.backup;

import java.time.Instant;

/// One backup, as a list shows it.
///
/// @param name of its folder in `.store/backups`
/// @param at when it was made
/// @param files how many it holds; 0 when that can't be read
/// @param bytes of all its files together, those that it shares with other backups included
/// @param problem what is wrong with it, in words; empty when nothing is known to be
public record Backup(String name, Instant at, int files, long bytes, String problem) {}
