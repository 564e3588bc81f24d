/// The fault suite: what is acknowledged is found again, after kills, power cuts, and each call to the file system that
/// fails once. `faults/run` runs it longer than `mvn verify` does. May import: everything.
package dev.chatstream.faults;
