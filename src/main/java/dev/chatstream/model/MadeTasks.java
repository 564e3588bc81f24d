package dev.chatstream.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The tasks in what a model answered to a schema. Servers hold models to it as well as they can; an answer that is cut
/// short gives what is whole of it, and one that makes no sense gives none and says so.
///
/// @param problem why they are not all, as sentences; empty when they are
public record MadeTasks(List<String> tasks, String problem) {

  /// More nobody looks through; the first ones count.
  public static final int MOST = 200;

  /// A longer one is no task, in characters.
  private static final int LONGEST = 2_000;

  private static final int SHOWN = 60;
  private static final JsonFactory JSON = new JsonFactory();

  /// Copies the list.
  public MadeTasks {
    tasks = List.copyOf(tasks);
  }

  /// Reads an answer: an object with a list `tasks`, or the list alone, of texts or of objects that hold one.
  public static MadeTasks of(String answer) {
    List<String> found = new ArrayList<>();
    boolean whole = read(json(answer), found);
    Set<String> once = new LinkedHashSet<>();
    for (String task : found) {
      String text = task.strip();
      if (!text.isEmpty() && text.length() <= LONGEST) {
        once.add(text);
      }
    }
    List<String> tasks = once.stream().limit(MOST).toList();
    return new MadeTasks(tasks, problem(answer, tasks, once.size(), whole));
  }

  /// Some models put it into a fence, or a sentence before it.
  private static String json(String answer) {
    int object = answer.indexOf('{');
    int list = answer.indexOf('[');
    int start = object < 0 ? list : list < 0 ? object : Math.min(object, list);
    return start < 0 ? "" : answer.substring(start);
  }

  /// Takes all texts that stand in lists, until the end or the first thing that is no JSON.
  ///
  /// @return whether the end was reached
  private static boolean read(String json, List<String> found) {
    try (JsonParser in = JSON.createParser(json)) {
      int depth = 0;
      int lists = 0;
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        switch (token) {
          case START_ARRAY -> lists++;
          case END_ARRAY -> lists--;
          case START_OBJECT -> depth++;
          case END_OBJECT -> depth--;
          case VALUE_STRING -> {
            boolean named = in.currentName() == null || in.currentName().matches("(?i)tasks?|title|text|name|content");
            if (lists > 0 && named) {
              found.add(in.getText());
            }
          }
          default -> {
            // Numbers and names say nothing.
          }
        }
        if (depth == 0 && lists == 0) {
          return true;
        }
      }
      return false;
    } catch (IOException cutShort) {
      return false;
    }
  }

  private static String problem(String answer, List<String> tasks, int all, boolean whole) {
    if (tasks.isEmpty() && whole) {
      return "The model found no task in it.";
    }
    if (tasks.isEmpty()) {
      String line = answer.strip().replaceAll("\\s+", " ");
      String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + " ..." : line;
      return shown.isEmpty() ? "The model answered nothing." : "The model's answer makes no sense: " + shown;
    }
    if (all > tasks.size()) {
      return "The model found " + all + " tasks; these are the first " + MOST + ".";
    }
    return whole ? "" : "The model's answer was cut short; these tasks came whole.";
  }
}
