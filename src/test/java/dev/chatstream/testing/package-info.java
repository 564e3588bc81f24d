/// Helpers that several test packages share: a scripted model server on loopback. May import: the JDK and Jackson.
package dev.chatstream.testing;
