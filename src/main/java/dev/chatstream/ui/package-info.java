/// The windows that people see. May import: `core`, `term`, Lanterna's gui2.
package dev.chatstream.ui;
