/// Which texts are the same but for their dress, and which are nearly the same. Pure; imports the JDK and `core.file`.
package dev.chatstream.core.doubles;
