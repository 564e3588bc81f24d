/// A file system that stands before the real one and lets a test see each call, let it fail, or write down what a power
/// cut would leave of it. Nothing in the program knows of it: it reaches even what goes around `FileOps`.
package dev.chatstream.testing.disk;
