package io.github.feedwright.content.dialect;

import io.github.feedwright.content.html.BareLinks;
import io.github.feedwright.content.markdown.TextRange;
import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.TexTags;
import io.github.feedwright.text.comment.Comment;
import io.github.feedwright.text.comment.Literal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TeX in Markdown, written so that Markdown leaves it as it is. */
public final class Tex {
  /** Where a bare address would be found. */
  private static final Pattern ADDRESS = Pattern.compile("(?=://|@)|(?<=(?i:www))(?=\\.)");

  private Tex() {}

  /** The text of a body, in which Markdown finds nothing in TeX. */
  public static String kept(BodyText body) {
    if (!body.hasMath() || (body.text().indexOf('$') < 0 && body.text().indexOf('\\') < 0)) {
      return body.text();
    }
    String text = body.text();
    StringBuilder out = new StringBuilder(text.length() * 2);
    int at = 0;
    for (TextRange each : body.code().math()) {
      out.append(text, at, each.start());
      String tex = text.substring(each.start(), each.end()).replace(Comment.EMPTY, "");
      out.append(literal(unquoted(tex, depth(text, each.start()))));
      at = each.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /** TeX whose addresses do not become links, which would put HTML into it. */
  private static String unlinked(String tex) {
    return ADDRESS.matcher(tex).replaceAll(String.valueOf(BareLinks.BREAK));
  }

  /** The formula unchanged, except for tags: an element in it may be hidden. */
  private static String literal(String tex) {
    StringBuilder out = new StringBuilder(tex.length() * 2);
    Matcher tag = TexTags.TAG.matcher(tex);
    int at = 0;
    while (tag.find()) {
      out.append(Literal.of(unlinked(tex.substring(at, tag.start()))))
          .append(tag.group().replace('\n', ' '));
      at = tag.end();
    }
    return out.append(Literal.of(unlinked(tex.substring(at)))).toString();
  }

  /** The number of quotes that a line is in. */
  private static int depth(String text, int index) {
    int depth = 0;
    for (int at = index - 1; at >= 0 && " \t>".indexOf(text.charAt(at)) >= 0; at--) {
      depth += text.charAt(at) == '>' ? 1 : 0;
    }
    return depth;
  }

  /** The lines of TeX without the marks of the quotes that they stand in. */
  private static String unquoted(String tex, int depth) {
    return depth == 0 ? tex : tex.replaceAll("\n(?:[ \\t]{0,3}>){1," + depth + "}", "\n");
  }
}
