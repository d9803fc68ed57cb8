package io.github.feedwright.feed;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.Term;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.scope.Combination;
import io.github.feedwright.settings.scope.Combinations;
import io.github.feedwright.text.Spelling;
import java.util.ArrayList;
import java.util.List;

/** Finds the terms in configured combinations that no post has: they are probably misspelt. */
public final class UnknownTerms {
  private UnknownTerms() {}

  /** What is wrong with these combinations while these are the posts. */
  public static List<Problem> problems(Combinations combinations, Library library) {
    List<Problem> problems = new ArrayList<>();
    addProblems(problems, "feeds.main", combinations.main(), library);
    for (Combination each : combinations.named()) {
      addProblems(problems, "feeds.combinations." + each.name(), each, library);
    }
    return problems;
  }

  private static void addProblems(
      List<Problem> problems, String key, Combination combination, Library library) {
    for (String name : combination.selection().terms()) {
      Term term = Term.named(name);
      if (library.posts(term).isEmpty()) {
        String message = key + ": no post has " + name + "; " + advice(term, library);
        problems.add(
            Problem.warning(combination.file(), combination.line(), Kind.CONFIGURATION, message));
      }
    }
  }

  private static String advice(Term term, Library library) {
    List<String> known = library.terms(term.taxonomy()).stream().map(Term::slug).toList();
    return Spelling.nearest(term.slug(), known)
        .map(near -> "did you mean " + new Term(term.taxonomy(), near).name() + "?")
        .orElse("correct it, or leave it until a post has it");
  }
}
