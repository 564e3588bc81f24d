package dev.chatstream.ui.markdown;

/// Text as models write it, with everything that a screen has to show.
final class Samples {

  static final String ALL = """
      # A title with `code` and **weight**

      A paragraph of *some* words that goes on for longer than one line, 日本語の文章もあります, and an emoji 👩‍👩‍👧 too.
      A second line, [a link](http://example.org/a?b=c) and ~~struck~~ text.

      Intro to a list:
      - first entry with a long text that has to be wrapped because it is long
      - second **entry**
        - nested
          1. deep
          2. deeper
      - [x] done

      1. One

         With a paragraph.
      2. Two
         ```python
         def f(x):  # why
             return "s" + 'c' * 42
         ```
      3. Three

      > A quote
      > of two lines
      >
      > - with a list

      | Name | Count | Text |
      |:-----|------:|:----:|
      | a    | 1     | some longer text that does not fit into a narrow window |
      | b    | 22    | `x`  |

      ```java
      /** Comment
       * over lines */
      class A { int b = 0x1F; String c = "d\\"e"; // end
      }

      ```

      ---

          indented code

      Setext
      ======

      Last &amp; least: <b>html</b> \\* no list, 1 * 2 * 3.
      """;

  private Samples() {}
}
