/// Task lists as CSV files that other programs may have made. Imports `core`, `store.file` and univocity.
package dev.chatstream.store.list;
