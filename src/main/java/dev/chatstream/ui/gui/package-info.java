/// Lanterna's windows on a screen that draws only what changed. May import: `core.input`, `term`, Lanterna.
package dev.chatstream.ui.gui;
