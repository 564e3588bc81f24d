/// What everybody who deals with files needs: digests, and rights for their owner alone.
///
/// May import: the JDK.
package dev.chatstream.core.file;
