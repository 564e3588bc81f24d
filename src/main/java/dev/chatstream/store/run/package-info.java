/// Runs on the disk: `.store/runs/<id>/` with the plan, the rows as they were, and the journal. Imports `core` and the
/// rest of `store`.
package dev.chatstream.store.run;
