/// Finding what is wrong with a data root, and mending it.
///
/// May import: `core`, `store` and the rest of `care`.
package dev.chatstream.care.doctor;
