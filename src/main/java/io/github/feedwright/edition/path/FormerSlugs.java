package io.github.feedwright.edition.path;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.text.LatinLetters;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.Slug;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slugs that other software gives the terms of a library: {@code R&D} is {@code rd} in
 * WordPress, {@code r-d} in Ghost, {@code r-and-d} in Eleventy. Of several terms with one such
 * slug, the one with the oldest post has it, as the one that was there first.
 *
 * <p>Threads: {@code http} asks. The first question makes the slugs of all terms; most libraries
 * are never asked.
 */
final class FormerSlugs {
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ]");
  private static final Pattern HYPHENS = Pattern.compile("[\\s./‐–—-]+");
  private static final Pattern DOTS = Pattern.compile("(?U)[^\\w\\s-]");
  private static final Pattern SIGNS = Pattern.compile("(?U)[^\\w-]");
  private static final Pattern SIGN_RUNS = Pattern.compile("(?U)\\W+");

  private final Library library;
  private final AtomicReference<@Nullable Map<Term, Term>> terms = new AtomicReference<>();

  FormerSlugs(Library library) {
    this.library = library;
  }

  /** The term that has such a slug elsewhere; empty if none has. */
  Stream<Term> of(Term written) {
    return Stream.ofNullable(terms().get(written));
  }

  private Map<Term, Term> terms() {
    Map<Term, Term> known = terms.get();
    if (known == null) {
      known = all();
      terms.set(known);
    }
    return known;
  }

  private Map<Term, Term> all() {
    Comparator<Term> firstThere = Comparator.comparing(this::since);
    Map<Term, Term> all = new HashMap<>();
    Arrays.stream(Taxonomy.values())
        .filter(Taxonomy::isWritten)
        .flatMap(taxonomy -> library.terms(taxonomy).stream())
        .sorted(firstThere.thenComparing(Comparator.naturalOrder()))
        .forEach(term -> add(all, term));
    return all;
  }

  private Instant since(Term term) {
    PostSet posts = library.posts(term);
    return posts.oldest().dates().published().toInstant();
  }

  private void add(Map<Term, Term> all, Term term) {
    for (String slug : slugs(library.title(term))) {
      all.putIfAbsent(new Term(term.taxonomy(), slug), term);
    }
  }

  private static Set<String> slugs(String name) {
    String small = Nfc.of(Nfc.of(name.strip()).toLowerCase(Locale.ROOT));
    String german = small.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    Set<String> slugs = new LinkedHashSet<>();
    for (String each : List.of(small, LatinLetters.of(small), LatinLetters.of(german))) {
      String spoken = each.replace("&", " and ");
      Stream.of(wordPress(each), hyphenated(each), withoutSigns(each), hyphenated(spoken), each)
          .filter(slug -> SIGN_RUNS.matcher(slug).replaceAll("").length() > 0)
          .map(Slug::of)
          .forEach(slugs::add);
    }
    return slugs;
  }

  /** WordPress makes hyphens of dots and slashes, and drops other signs. */
  private static String wordPress(String name) {
    return SIGNS.matcher(HYPHENS.matcher(name).replaceAll("-")).replaceAll("");
  }

  /** As in Ghost, Zola and Octopress. */
  private static String hyphenated(String name) {
    return SIGN_RUNS.matcher(APOSTROPHES.matcher(name).replaceAll("")).replaceAll("-");
  }

  /** As in Pelican and Nikola. */
  private static String withoutSigns(String name) {
    return DOTS.matcher(name).replaceAll("");
  }
}
