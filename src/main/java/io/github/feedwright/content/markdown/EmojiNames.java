package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ext.emoji.internal.EmojiReference;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.PrefixedSubSequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of emoji between colons, as GitHub has them. The library's own extension makes images of
 * them, and takes quadratic time for many colons; only its table is used.
 */
final class EmojiNames extends InlineSyntax {
  private static final Pattern NAME = Pattern.compile(":([a-z0-9_+-]{1,60}):");

  /** Their characters, as references to them, by their names. */
  private static final Map<String, String> EMOJI = emoji();

  private static Map<String, String> emoji() {
    Map<String, String> byName = new HashMap<>();
    for (EmojiReference.Emoji each : EmojiReference.getEmojiList()) {
      if (each.unicodeChars != null && each.unicodeChars.startsWith("U+")) {
        String characters =
            Pattern.compile("\\s+")
                .splitAsStream(each.unicodeChars.strip())
                .map(point -> "&#x" + point.substring(2) + ";")
                .collect(Collectors.joining());
        Stream.concat(Stream.of(each.shortcut), Stream.of(each.aliasShortcuts))
            .filter(Objects::nonNull)
            .forEach(name -> byName.putIfAbsent(name, characters));
      }
    }
    return Map.copyOf(byName);
  }

  @Override
  public boolean parse(LightInlineParser parser) {
    BasedSequence input = parser.getInput();
    int start = parser.getIndex();
    Matcher name = NAME.matcher(input).region(start, input.length());
    String characters = name.lookingAt() ? EMOJI.get(name.group(1)) : null;
    if (characters == null) {
      return false;
    }
    parser.flushTextNode();
    BasedSequence after = input.subSequence(name.end(), name.end());
    for (String each : characters.split("(?<=;)", 0)) {
      parser.appendNode(new HtmlEntity(PrefixedSubSequence.prefixOf(each, after)));
    }
    parser.setIndex(name.end());
    return true;
  }
}
