/// Task lists as CSV files that other programs may have made. Imports `core`, `store.file`,
/// `store.legacy` and univocity.
package dev.chatstream.store.list;
