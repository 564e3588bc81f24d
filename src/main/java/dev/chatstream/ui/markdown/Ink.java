package dev.chatstream.ui.markdown;

import dev.chatstream.term.Attribute;
import dev.chatstream.term.CellStyle;
import dev.chatstream.ui.theme.ThemeRole;

/// How a run of text looks: what it is, and how it is stressed.
///
/// @param role `TEXT` stands for whatever the text around it is
public record Ink(ThemeRole role, boolean strong, boolean emphasis, boolean struck) {

  /// Unstressed text.
  public static final Ink TEXT = of(ThemeRole.TEXT);

  /// What stands back: signs of Markdown that are shown, addresses of links.
  public static final Ink DIM = of(ThemeRole.DIM);

  /// Code.
  public static final Ink CODE = of(ThemeRole.CODE);

  /// Unstressed text of a role.
  public static Ink of(ThemeRole role) {
    return new Ink(role, false, false, false);
  }

  /// The same in another role.
  Ink as(ThemeRole other) {
    return new Ink(other, strong, emphasis, struck);
  }

  /// The same, strong.
  Ink stronger() {
    return new Ink(role, true, emphasis, struck);
  }

  /// The same, stressed.
  Ink stressed() {
    return new Ink(role, strong, true, struck);
  }

  /// The same, struck out.
  Ink struckOut() {
    return new Ink(role, strong, emphasis, true);
  }

  /// The style of the role with what stresses it.
  public CellStyle over(CellStyle style) {
    CellStyle result = strong ? style.with(Attribute.BOLD) : style;
    result = emphasis ? result.with(Attribute.ITALIC) : result;
    return struck ? result.with(Attribute.CROSSED_OUT) : result;
  }

  boolean looksLike(Ink other) {
    return role == other.role && strong == other.strong && emphasis == other.emphasis && struck == other.struck;
  }
}
