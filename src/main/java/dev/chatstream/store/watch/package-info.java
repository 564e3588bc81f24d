/// The store watches itself: how long its steps take, how much lies where, and what earlier runs measured.
///
/// Recording takes no lock and makes no object; reading may happen on any thread. Imports `core`, Jackson and
/// `store.file`.
package dev.chatstream.store.watch;
