package io.github.feedwright.library;

import com.github.benmanes.caffeine.cache.Interner;
import io.github.feedwright.i18n.LanguageNames;
import io.github.feedwright.post.Author;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Combination;
import io.github.feedwright.settings.scope.Combinations;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.settings.scope.Selection;
import io.github.feedwright.text.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The terms of a post: those that it names, its language, and the combinations that choose it.
 *
 * @param site the language of posts that have none of their own
 */
record TermAssignment(Combinations combinations, Languages languages, String site) {
  /** Thousands of posts have the same few. */
  private static final Interner<SpelledTerm> SHARED = Interner.newWeakInterner();

  static TermAssignment of(Settings settings) {
    return new TermAssignment(
        settings.feeds().combinations(), settings.languages(), settings.site().language());
  }

  /** The terms of a post; of several spellings of one term, the first. */
  List<SpelledTerm> of(Post post) {
    Map<Term, SpelledTerm> terms = new LinkedHashMap<>();
    post.categories().forEach(name -> add(terms, Taxonomy.CATEGORY, name, name));
    post.tags().forEach(name -> add(terms, Taxonomy.TAG, name, name));
    for (Author author : post.authors()) {
      add(terms, Taxonomy.AUTHOR, author.term(), author.name());
    }
    Languages.Language language = languages.of(post.language() == null ? site : post.language());
    if (language != null) {
      Term term = new Term(Taxonomy.LANGUAGE, language.slug());
      terms.put(term, new SpelledTerm(term, title(language)));
    }
    return combinations.named().isEmpty()
        ? List.copyOf(terms.values())
        : withCombinations(List.copyOf(terms.values()));
  }

  private static void add(
      Map<Term, SpelledTerm> terms, Taxonomy taxonomy, String name, String spelling) {
    Term term = new Term(taxonomy, Slug.of(name).intern());
    terms.putIfAbsent(term, SHARED.intern(new SpelledTerm(term, spelling)));
  }

  private static String title(Languages.Language language) {
    return language.title() == null ? LanguageNames.of(language.tag()) : language.title();
  }

  private List<SpelledTerm> withCombinations(List<SpelledTerm> terms) {
    Set<String> names = names(terms);
    List<SpelledTerm> more = new ArrayList<>(terms);
    for (Combination each : combinations.named()) {
      if (each.selection().holds(names)) {
        more.add(new SpelledTerm(new Term(Taxonomy.COMBINATION, each.name()), each.title()));
      }
    }
    return List.copyOf(more);
  }

  private static Set<String> names(List<SpelledTerm> terms) {
    return terms.stream().map(each -> each.term().name()).collect(Collectors.toSet());
  }

  /** Whether the site's feed contains a post with these terms. */
  boolean isInMain(List<SpelledTerm> terms) {
    Selection main = combinations.main().selection();
    return main.terms().isEmpty() || main.holds(names(terms));
  }

  /** The title of a term that no post has. */
  String title(Term term) {
    Languages.Language language =
        term.taxonomy() == Taxonomy.LANGUAGE ? languages.of(term.slug()) : null;
    if (language != null) {
      return title(language);
    }
    return combinations.named().stream()
        .filter(each -> term.equals(new Term(Taxonomy.COMBINATION, each.name())))
        .map(Combination::title)
        .findFirst()
        .orElse(term.slug());
  }
}
