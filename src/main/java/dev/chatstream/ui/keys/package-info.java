/// Which key means what, where. Help, hints, the key menu and docs/keys.md are made from these tables.
///
/// May import: `core`.
package dev.chatstream.ui.keys;
