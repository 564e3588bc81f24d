/// Where the parts are built and joined: the one loop, the runners of commands, the end of the program.
///
/// May import: all others but `cli`.
package dev.chatstream.app;
