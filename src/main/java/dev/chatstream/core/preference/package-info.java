/// What a person sets about the program itself: the one table of it, its values, and the lines of the file they stand
/// in. May import the JDK only, as all of `core`. How a chat is led is another thing:
/// [dev.chatstream.core.model.ChatSettings].
package dev.chatstream.core.preference;
