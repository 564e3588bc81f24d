package dev.chatstream.ui.dialog;

import java.util.List;
import java.util.function.Supplier;

/// What dialogs say that stands in no state.
///
/// @param engine what the embedded engine would download, how large it is and where it goes; one sentence
/// @param themes the names of the themes there are, asked for when the dialog opens
/// @param hosts the names of model servers that the person's file has, asked for when the dialog opens
public record Facts(String engine, Supplier<List<String>> themes, Supplier<List<String>> hosts) {}
