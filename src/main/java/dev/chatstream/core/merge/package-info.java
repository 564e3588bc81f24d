/// Merging of two versions of a list, with or without the version that both came from. Pure; imports the JDK alone.
package dev.chatstream.core.merge;
