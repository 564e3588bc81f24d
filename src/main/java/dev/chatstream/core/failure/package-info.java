/// Each way in which something can fail, as a type with the sentence that a person reads.
///
/// May import: the JDK.
package dev.chatstream.core.failure;
