/// What single parts of the program cost, by JMH. It may import anything of the program, and nothing imports it; it is
/// no part of the program's build.
package dev.chatstream.bench;
