package dev.chatstream.care.renumber;

import dev.chatstream.care.trash.Trashed;
import java.util.Optional;

/// What renumbering did.
///
/// @param changed rows that have another index now
/// @param original the list as it was, in the trash; empty when nothing was to be changed
public record RenumberReport(String file, long changed, Optional<Trashed> original) {}
