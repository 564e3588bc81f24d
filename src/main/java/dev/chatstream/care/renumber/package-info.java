/// New indices for the rows of a list.
///
/// May import: `core`, `store`, `care.work`, `care.trash`.
package dev.chatstream.care.renumber;
