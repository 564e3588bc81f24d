/// Windows over the others that want a choice. Pickers, menus, fields and texts are the four kinds; each dialog is
/// one of them.
///
/// May import: `core`, `term` and `ui`.
package dev.chatstream.ui.dialog;
