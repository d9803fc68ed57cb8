package io.github.feedwright.feed;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Combination;
import io.github.feedwright.settings.scope.Combinations;
import io.github.feedwright.settings.scope.Note;
import io.github.feedwright.settings.scope.Selection;
import io.github.feedwright.text.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the terms in the configuration that no post has: they are probably misspelt. */
public final class UnknownTerms {
  private final Settings settings;
  private final Library library;

  private UnknownTerms(Settings settings, Library library) {
    this.settings = settings;
    this.library = library;
  }

  /** What is wrong with combinations and notes while these are the posts. */
  public static Set<Problem> problems(Settings settings, Library library) {
    Set<Problem> problems = new LinkedHashSet<>();
    UnknownTerms unknown = new UnknownTerms(settings, library);
    Combinations combinations = settings.feeds().combinations();
    problems.addAll(unknown.of("feeds.main", combinations.main()));
    for (Combination each : combinations.named()) {
      problems.addAll(unknown.of("feeds.combinations." + each.name(), each));
    }
    for (Note each : settings.notes()) {
      problems.addAll(unknown.of("notes", each.posts(), each.file(), each.line()));
    }
    return problems;
  }

  private List<Problem> of(String key, Combination combination) {
    return of(key, combination.selection(), combination.file(), combination.line());
  }

  private List<Problem> of(String key, Selection selection, String file, int line) {
    return selection.terms().stream()
        .map(Term::named)
        .filter(term -> library.posts(term).isEmpty())
        .map(term -> key + ": no post has " + term.name() + "; " + advice(term))
        .map(message -> Problem.warning(file, line, Kind.CONFIGURATION, message))
        .toList();
  }

  private String advice(Term term) {
    if (term.taxonomy() == Taxonomy.LANGUAGE && settings.languages().of(term.slug()) == null) {
      return "add " + term.slug() + " to languages, or correct it";
    }
    List<String> known = library.terms(term.taxonomy()).stream().map(Term::slug).toList();
    return Spelling.nearest(term.slug(), known)
        .map(near -> "did you mean " + new Term(term.taxonomy(), near).name() + "?")
        .orElse("correct it, or leave it until a post has it");
  }
}
