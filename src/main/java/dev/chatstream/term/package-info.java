/// The terminal under Lanterna: cells, what they cost on the wire, and what comes back as keys.
///
/// May import: the JDK, Lanterna (only where its own types are asked for) and `core.input`. Nothing here knows
/// what a window shows. Classes that the first frame needs avoid Lanterna's `TextCharacter` and `TextColor.ANSI`,
/// which load break iterators and format strings; see docs/adr/0001.
package dev.chatstream.term;
