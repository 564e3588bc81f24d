/// Brings chats and lists of other programs into the library: a look first, with a report for each row or message, then
/// a copy in today's format. The source is never written to. Imports `core` and the other packages of `store`.
package dev.chatstream.store.convert;
