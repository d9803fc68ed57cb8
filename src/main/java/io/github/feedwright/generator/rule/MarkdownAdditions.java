package io.github.feedwright.generator.rule;

/**
 * What a generator adds to Markdown.
 *
 * @param emoji whether names between colons are emoji: {@code :smile:}
 * @param components whether every post is Markdown with components (MDX), whatever its extension
 * @param eastAsianEmphasis whether emphasis may begin and end beside punctuation where Chinese,
 *     Japanese or Korean is written, which CommonMark refuses
 * @param wikiLinks whether names in double brackets link to posts: {@code [[name]]}
 * @param codeTitles how it is written what blocks of code are titled, or their language
 */
public record MarkdownAdditions(
    boolean emoji,
    boolean components,
    boolean eastAsianEmphasis,
    boolean wikiLinks,
    CodeTitles codeTitles) {
  /** Where a block of code has the title that a generator shows above it. */
  public enum CodeTitles {
    /** It shows none. */
    NONE,
    /** After the language, perhaps with an address and its text: {@code js A title}. */
    AFTER_LANGUAGE,
    /** In an option: {@code js title="A title"}. */
    OPTION,
    /** In none; but its first line may name the language: {@code :::python}. */
    LANGUAGE_LINE
  }

  /** Nothing. */
  public static final MarkdownAdditions NONE =
      new MarkdownAdditions(false, false, false, false, CodeTitles.NONE);

  /** What is meant wherever it is written: links between notes. */
  public static final MarkdownAdditions USUAL =
      new MarkdownAdditions(false, false, false, true, CodeTitles.NONE);

  /** These and emoji, if they are on. */
  public MarkdownAdditions withEmoji(boolean isOn) {
    return new MarkdownAdditions(isOn, components, eastAsianEmphasis, wikiLinks, codeTitles);
  }

  /** Those of Python-Markdown with its extension codehilite. */
  public static final MarkdownAdditions PYTHON =
      new MarkdownAdditions(false, false, true, true, CodeTitles.LANGUAGE_LINE);

  /** These and emphasis as kramdown and Python-Markdown have it, if it is on. */
  public MarkdownAdditions withEastAsianEmphasis(boolean isOn) {
    return new MarkdownAdditions(emoji, components, isOn, wikiLinks, codeTitles);
  }
}
