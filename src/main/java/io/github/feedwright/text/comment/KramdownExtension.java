package io.github.feedwright.text.comment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * kramdown's extensions: a comment, HTML without Markdown, options. <code>{::comment} … {:/}
 * </code>, within a paragraph or around blocks.
 */
final class KramdownExtension {
  private static final Pattern START =
      Pattern.compile("\\{::(comment|nomarkdown|options)((?:\\s[^{}]{0,500}+)?|/)\\}");

  private static final Pattern STOP = Pattern.compile("\\{:/(?:\\w[\\w:-]{0,100})?\\}");

  /** Formats for which HTML is not meant. */
  private static final Pattern OTHER_FORMAT =
      Pattern.compile("\\btype=([\"'])(?![^\"']*html)[^\"']+\\1");

  private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t]*+(?:\\n|$)");

  private final String text;
  private final Matcher tag;
  private final EndSearch ends;

  private KramdownExtension(String text, Matcher tag, EndSearch ends) {
    this.text = text;
    this.tag = tag;
    this.ends = ends;
  }

  /** The extension at an index, as a comment; null if there is none. */
  static @Nullable Comment at(String text, int start, EndSearch ends) {
    Matcher stop = STOP.matcher(text).region(start, text.length());
    if (stop.lookingAt()) {
      // It ends nothing and shows nothing.
      return Comment.of(text, start, stop.end());
    }
    Matcher tag = START.matcher(text).region(start, text.length());
    return tag.lookingAt() ? new KramdownExtension(text, tag, ends).read() : null;
  }

  private Comment read() {
    if (tag.group(2).endsWith("/")) {
      return Comment.of(text, tag.start(), tag.end());
    }
    String named = "{:/" + tag.group(1) + "}";
    int anonymous = ends.next("{:/}", tag.end());
    int own = ends.next(named, tag.end());
    int bodyEnd = Math.min(anonymous, own);
    if (bodyEnd == EndSearch.NONE) {
      return withoutEnd();
    }
    int end = bodyEnd + (own < anonymous ? named.length() : "{:/}".length());
    return isShown()
        ? html(text.substring(tag.end(), bodyEnd), end)
        : Comment.of(text, tag.start(), end);
  }

  /**
   * A comment without an end hides what follows; kramdown takes other extensions without an end for
   * empty ones.
   */
  private Comment withoutEnd() {
    if (!tag.group(1).equals("comment")) {
      return Comment.of(text, tag.start(), tag.end());
    }
    Comment rest = Comment.unclosed(text, tag.start(), "{:/comment}");
    if (Comment.isAlone(text, tag.start(), tag.end())) {
      return rest;
    }
    Matcher end = PARAGRAPH_END.matcher(text);
    int paragraph = end.find(tag.end()) ? end.start() : rest.end();
    return new Comment(rest.start(), paragraph, "", rest.missing());
  }

  private boolean isShown() {
    return tag.group(1).equals("nomarkdown") && !OTHER_FORMAT.matcher(tag.group(2)).find();
  }

  private Comment html(String body, int end) {
    boolean isBlock = Comment.isAlone(text, tag.start(), end);
    String instead = isBlock ? Literal.block(body.strip()) : Literal.html(body);
    return new Comment(tag.start(), end, instead, null);
  }
}
