/// Small records as lines of JSON: the manifest of a backup, what is known of a thing in the trash. Imports Jackson.
package dev.chatstream.store.record;
