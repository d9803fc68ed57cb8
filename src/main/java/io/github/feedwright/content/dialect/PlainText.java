package io.github.feedwright.content.dialect;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.text.CharacterReferences;
import io.github.feedwright.text.OneLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for titles, terms and summaries: no markup, one line, nothing invisible. */
public final class PlainText {
  private static final Pattern INLINE_TAG =
      Pattern.compile(
          "<(/?)(a|abbr|b|bdi|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span"
              + "|strike|strong|sub|sup|time|tt|u|var|math|m(?:enclose|error|fenced|frac|i"
              + "|multiscripts|n|o|over|padded|prescripts|root|row|s|space|sqrt|style|sub|subsup"
              + "|sup|table|td|text|tr|under|underover)|semantics|none)(?:\\s[^<>]*)?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BLOCK =
      Pattern.compile(
          "</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption"
              + "|figure|footer|h[1-6]|header|hr|iframe|img|li|main|nav|ol|p|pre|section|summary"
              + "|table|tbody|td|tfoot|th|thead|tr|ul)(?:\\s[^<>]{0,1000})?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BREAK =
      Pattern.compile("<(?:br|wbr)(?:\\s[^<>]*)?/?>", Pattern.CASE_INSENSITIVE);

  /** Parts of a formula that are not shown: other notations, space, phantoms. */
  private static final Pattern NOT_SHOWN =
      Pattern.compile(
          "<(annotation|annotation-xml|mphantom)(?:\\s[^<>]*)?>.{0,2000}?</\\1\\s*>"
              + "|<(?:mspace|mprescripts|none)\\b[^<>]*/>",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private PlainText() {}

  /**
   * The readable text of HTML that an author wrote in a text field: entities are decoded once,
   * closed inline tags are removed ({@code <T>} alone stays), there are no control characters and
   * no unpaired bidirectional controls, and every run of white space is one blank.
   */
  public static String of(String text) {
    String bare = withoutTags(ShownText.of(text));
    return OneLine.of(CharacterReferences.decoded(bare));
  }

  /** Readable text of HTML that may contain whole paragraphs, such as summaries of imports. */
  public static String ofBlocks(String text) {
    return of(
        text.indexOf('<') < 0
            ? text
            : BLOCK.matcher(HiddenText.withoutInBlocks(text)).replaceAll(" "));
  }

  /**
   * A post's title; if it has no visible text, the words of its file name. Empty for a post without
   * a title.
   */
  public static String title(Post post) {
    String title = of(post.title());
    return title.isEmpty() && !post.title().isEmpty() ? PostPaths.words(post.path()) : title;
  }

  private static String withoutTags(String text) {
    if (text.indexOf('<') < 0) {
      return text;
    }
    String shown = text.contains("<math") ? NOT_SHOWN.matcher(text).replaceAll("") : text;
    String line = BREAK.matcher(shown).replaceAll(" ");
    List<int[]> cuts = closedTags(line);
    cuts.sort((a, b) -> Integer.compare(a[0], b[0]));
    StringBuilder out = new StringBuilder(line.length());
    int at = 0;
    for (int[] cut : cuts) {
      out.append(line, at, cut[0]);
      at = cut[1];
    }
    return out.append(line, at, line.length()).toString();
  }

  private static List<int[]> closedTags(String line) {
    record Open(String name, int start, int end) {}
    List<int[]> cuts = new ArrayList<>();
    Deque<Open> open = new ArrayDeque<>();
    Map<String, Integer> count = new HashMap<>();
    Matcher tag = INLINE_TAG.matcher(line);
    while (tag.find()) {
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      if (tag.group(1).isEmpty()) {
        open.push(new Open(name, tag.start(), tag.end()));
        count.merge(name, 1, Integer::sum);
      } else if (count.getOrDefault(name, 0) > 0) {
        Open start;
        do {
          start = open.pop();
          count.merge(start.name(), -1, Integer::sum);
        } while (!start.name().equals(name));
        cuts.add(new int[] {start.start(), start.end()});
        cuts.add(new int[] {tag.start(), tag.end()});
      }
    }
    return cuts;
  }
}
