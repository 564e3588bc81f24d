package dev.chatstream.core.care;

import java.time.Instant;

/// A backup that is kept.
///
/// @param name its folder's name
/// @param bytes what its files hold, whether or not other backups hold the same
/// @param problem why it can't be used; empty when it can
public record BackupRow(String name, Instant at, int files, long bytes, String problem) {}
