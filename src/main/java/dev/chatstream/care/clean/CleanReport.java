package dev.chatstream.care.clean;

import dev.chatstream.care.work.Finding;
import java.util.List;

/// What a clean-up removed.
///
/// @param bytes that became free
/// @param left what could not be removed, and why
public record CleanReport(int removed, long bytes, List<Finding> left) {}
