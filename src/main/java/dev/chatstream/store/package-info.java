/// Files: chats, task lists, and what the program remembers from one start to the next.
///
/// Everything here is synchronous and is called from the one store thread or from the command line. That thread must
/// never be interrupted: an interrupt closes a file in the middle of a write. Imports `core`, Jackson and univocity;
/// never a sibling.
package dev.chatstream.store;
