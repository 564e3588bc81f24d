/// Finding text: words as they are compared, what was found, and the small score of the list of commands. Imports the
/// JDK and other values of `core`. Everything that is searched for is taken as it stands: nothing that a person types
/// ever becomes a regular expression.
package dev.chatstream.core.find;
