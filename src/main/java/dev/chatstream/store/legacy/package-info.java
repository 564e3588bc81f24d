/// Reading lists that this program did not write: text in other encodings, tables as spreadsheets write them, the plain
/// text of the original program. Nothing here writes. Each row says whether it was read for certain or with doubt, and
/// why. Imports `core`, `store.file` and the JDK.
package dev.chatstream.store.legacy;
