package dev.chatstream.care.backup;

import dev.chatstream.care.work.Finding;
import java.util.List;

/// What came of making a backup. It is on the disk.
///
/// @param copied files that were copied, because they were new or changed
/// @param linked files that are the same as in the backup before, and shared with it
/// @param written bytes that were copied
/// @param leftOut files that could not be read, and why
/// @param removed backups that were too old or too many, by name
public record BackupReport(
    Backup made, int copied, int linked, long written, List<Finding> leftOut, List<String> removed) {}
