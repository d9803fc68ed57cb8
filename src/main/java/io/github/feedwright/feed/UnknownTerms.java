package io.github.feedwright.feed;

import io.github.feedwright.library.Library;
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
  private UnknownTerms() {}

  /** What is wrong with combinations and notes while these are the posts. */
  public static Set<Problem> problems(Settings settings, Library library) {
    Set<Problem> problems = new LinkedHashSet<>();
    Combinations combinations = settings.feeds().combinations();
    problems.addAll(problems("feeds.main", combinations.main(), library));
    for (Combination each : combinations.named()) {
      problems.addAll(problems("feeds.combinations." + each.name(), each, library));
    }
    for (Note each : settings.notes()) {
      problems.addAll(problems("notes", each.posts(), each.file(), each.line(), library));
    }
    return problems;
  }

  private static List<Problem> problems(String key, Combination of, Library library) {
    return problems(key, of.selection(), of.file(), of.line(), library);
  }

  private static List<Problem> problems(
      String key, Selection selection, String file, int line, Library library) {
    return selection.terms().stream()
        .map(Term::named)
        .filter(term -> library.posts(term).isEmpty())
        .map(term -> key + ": no post has " + term.name() + "; " + advice(term, library))
        .map(message -> Problem.warning(file, line, Kind.CONFIGURATION, message))
        .toList();
  }

  private static String advice(Term term, Library library) {
    List<String> known = library.terms(term.taxonomy()).stream().map(Term::slug).toList();
    return Spelling.nearest(term.slug(), known)
        .map(near -> "did you mean " + new Term(term.taxonomy(), near).name() + "?")
        .orElse("correct it, or leave it until a post has it");
  }
}
