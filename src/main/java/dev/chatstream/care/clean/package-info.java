/// Making room: what nobody needs any more is shown first, then removed.
///
/// May import: `core`, `store`, `care.work`, `care.trash`.
package dev.chatstream.care.clean;
