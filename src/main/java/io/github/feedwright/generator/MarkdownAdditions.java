package io.github.feedwright.generator;

/**
 * What a generator adds to Markdown.
 *
 * @param emoji whether names between colons are emoji: {@code :smile:}
 * @param components whether every post is Markdown with components (MDX), whatever its extension
 * @param eastAsianEmphasis whether emphasis may begin and end beside punctuation where Chinese,
 *     Japanese or Korean is written, which CommonMark refuses
 * @param wikiLinks whether names in double brackets link to posts: {@code [[name]]}
 */
public record MarkdownAdditions(
    boolean emoji, boolean components, boolean eastAsianEmphasis, boolean wikiLinks) {
  /** Nothing. */
  static final MarkdownAdditions NONE = new MarkdownAdditions(false, false, false, false);

  /** What is meant wherever it is written: links between notes. */
  static final MarkdownAdditions USUAL = new MarkdownAdditions(false, false, false, true);

  /** These and emoji, if they are on. */
  MarkdownAdditions withEmoji(boolean isOn) {
    return new MarkdownAdditions(isOn, components, eastAsianEmphasis, wikiLinks);
  }

  /** These and components in every post, if they are on. */
  MarkdownAdditions withComponents(boolean isOn) {
    return new MarkdownAdditions(emoji, isOn, eastAsianEmphasis, wikiLinks);
  }

  /** These and emphasis as kramdown and Python-Markdown have it, if it is on. */
  MarkdownAdditions withEastAsianEmphasis(boolean isOn) {
    return new MarkdownAdditions(emoji, components, isOn, wikiLinks);
  }
}
