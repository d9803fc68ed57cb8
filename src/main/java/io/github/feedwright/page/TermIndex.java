package io.github.feedwright.page;

import static java.util.Comparator.comparing;

import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Taxonomy;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * All terms of one taxonomy, by name.
 *
 * @param taxonomy what kind of terms they are
 * @param terms sorted by this record, ignoring case and accents
 */
public record TermIndex(Taxonomy taxonomy, List<TermLink> terms) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  // A Collator's order depends on the JDK's locale data: replicas would differ.
  private static final Comparator<TermLink> BY_NAME =
      comparing((TermLink term) -> folded(term.title()))
          .thenComparing(TermLink::title)
          .thenComparing(TermLink::href);

  public TermIndex {
    terms = terms.stream().sorted(BY_NAME).toList();
  }

  /** The heading of the terms, such as {@code Tags}. */
  public String heading(Words words) {
    return words.say(taxonomy.group());
  }

  private static String folded(String title) {
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
