package dev.chatstream.core.chat;

/// A message as a row of the tree.
///
/// @param number which one it is on its path, from 1
/// @param lines what stands before it: where it hangs, in ASCII
/// @param onPath whether the active path goes through it
/// @param here whether the active path ends at it
public record TreeRow(Message message, int number, String lines, boolean onPath, boolean here) {}
