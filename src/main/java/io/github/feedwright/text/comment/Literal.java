package io.github.feedwright.text.comment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown in which every character means itself. */
public final class Literal {
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,2000}>");

  private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,31};");

  private Literal() {}

  /** Markdown inside a paragraph that shows a text. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c))) {
        // An entity does not begin a list or end a cell, and its character is not parsed again.
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Markdown inside a paragraph that shows HTML unchanged. */
  static String html(String html) {
    String text = withoutComments(html);
    StringBuilder out = new StringBuilder(text.length() * 2);
    Matcher tag = TAG.matcher(text);
    int at = 0;
    while (tag.find()) {
      out.append(words(text.substring(at, tag.start()))).append(tag.group().replace('\n', ' '));
      at = tag.end();
    }
    return out.append(words(text.substring(at))).toString();
  }

  private static String withoutComments(String html) {
    StringBuilder out = new StringBuilder(html.length());
    int at = 0;
    for (int start = html.indexOf("<!--"); start >= 0; start = html.indexOf("<!--", at)) {
      out.append(html, at, start);
      int end = html.indexOf("-->", start + 2);
      if (end < 0) {
        return out.toString();
      }
      at = end + "-->".length();
    }
    return out.append(html, at, html.length()).toString();
  }

  /** Text between tags, in which entities stay entities. */
  private static String words(String text) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    Matcher entity = ENTITY.matcher(text);
    int at = 0;
    while (entity.find()) {
      out.append(of(text.substring(at, entity.start()))).append(entity.group());
      at = entity.end();
    }
    return out.append(of(text.substring(at))).toString();
  }

  /** A block of Markdown that is HTML unchanged: the line where a comment ends belongs to it. */
  static String block(String html) {
    StringBuilder line = new StringBuilder(html.length() + 16).append(Comment.EMPTY);
    int at = 0;
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      line.append(html.substring(at, tag.start()).replace("\n", "&#10;"))
          .append(tag.group().replace('\n', ' '));
      at = tag.end();
    }
    return line.append(html.substring(at).replace("\n", "&#10;")).toString();
  }
}
