/// The program. [Main] starts it; everything else stands in the packages below, of which `app` joins the others.
///
/// May import: `cli`.
package dev.chatstream;
