package io.github.feedwright.generator.path;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of paths with asterisks, as the texts of regular expressions for whole paths. */
final class Globs {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<folders>\\*\\*/)|(?<all>\\*\\*+)|\\*|(?<one>\\?)|\\{(?<any>[^{}]*)\\}"
              + "|\\[(?<not>[!^]?)(?<class>[^]\\[\\\\]+)\\]|\\\\?(?<text>.)",
          Pattern.DOTALL);

  private Globs() {}

  /** One whose asterisk stands for characters of one name, and two for those of several. */
  static String ofNames(String glob) {
    return expression(glob, "[^/]*");
  }

  /** One whose asterisk stands for slashes too, as in {@code fnmatch}. */
  static String ofPaths(String glob) {
    return expression(glob, ".*");
  }

  private static String expression(String glob, String asterisk) {
    StringBuilder out = new StringBuilder();
    Matcher piece = PIECE.matcher(glob);
    while (piece.find()) {
      out.append(piece(piece, asterisk));
    }
    return out.toString();
  }

  private static String piece(Matcher piece, String asterisk) {
    if (piece.group("folders") != null) {
      return "(?:.*/)?";
    }
    if (piece.group("all") != null) {
      return ".*";
    }
    if (piece.group("one") != null) {
      return "[^/]";
    }
    if (piece.group("any") != null) {
      return Pattern.compile(",")
          .splitAsStream(piece.group("any"))
          .map(each -> expression(each, asterisk))
          .collect(Collectors.joining("|", "(?:", ")"));
    }
    if (piece.group("class") != null) {
      String not = piece.group("not").isEmpty() ? "" : "^";
      return "[" + not + piece.group("class").replace("&", "\\&").replace("^", "\\^") + "]";
    }
    return piece.group("text") == null ? asterisk : Pattern.quote(piece.group("text"));
  }
}
