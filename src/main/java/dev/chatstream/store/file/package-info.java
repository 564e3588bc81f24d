/// The ground under the stores: the data root, safe names, locks, and files that are replaced whole or not at all.
/// Imports `core` and the JDK only, so that the data root can be opened before the first frame.
package dev.chatstream.store.file;
