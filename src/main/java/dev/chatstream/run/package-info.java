/// Runs a task list through models: who is asked what and when, what is tried again, what is written down before and
/// after. May import `core`, `store` and `model`.
package dev.chatstream.run;
