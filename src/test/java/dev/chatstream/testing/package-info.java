/// Helpers that several test packages share: a scripted model server on loopback, a terminal in memory, and a pilot
/// that sits at the real screen. May import: everything.
package dev.chatstream.testing;
