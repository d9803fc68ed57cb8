package io.github.feedwright.publish.once;

import io.github.feedwright.edition.continuity.Continuity;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Notes;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.feed.UnknownTerms;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.ClashProblems;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All posts of a directory, as a server that starts now would publish them; nothing is rendered.
 *
 * @param fileState what the files hold
 * @param library the posts
 * @param continuity which of their ids and dates are kept or held, compared with what was published
 *     before
 * @param problems of reading
 */
record SitePosts(
    FileState fileState, Library library, Continuity continuity, Collection<Problem> problems) {

  /**
   * Reads a directory.
   *
   * @param store of what was read before
   * @param shown what readers were shown before
   */
  static SitePosts read(Settings settings, Instant now, CacheStore store, PublishedPosts shown) {
    RepresentationCache unused =
        new RepresentationCache(Runnable::run, Runnable::run, new LastModifiedClock(), Set.of());
    FileState fileState = new FileState();
    SiteReader.Found found = SiteReader.read(settings, fileState, unused, store, now);
    found.readings().write();
    Collection<Problem> problems = found.problems();
    problems.addAll(GeneratorProblems.ofConfiguration(settings));
    problems.addAll(GeneratorProblems.ofFiles(settings, found.listing()));
    Continuity continuity = new Continuity(settings, fileState);
    continuity.remember(shown);
    continuity.compare();
    Library library = library(settings, fileState, continuity, now);
    fileState.markPublished(now);
    problems.addAll(fileState.problems());
    ClashProblems.of(library).addTo(problems);
    problems.addAll(continuity.problems(library));
    problems.addAll(UnknownTerms.problems(settings, library));
    problems.addAll(new Notes(settings).problems(library));
    return new SitePosts(fileState, library, continuity, problems);
  }

  private static Library library(
      Settings settings, FileState fileState, Continuity continuity, Instant now) {
    SitePaths paths = new SitePaths(settings);
    Library empty = Library.empty(settings, paths::isOurs);
    Set<String> read = fileState.refresh(now);
    Library library = continuity.next(empty, fileState.withFiles(empty), read, now).library();
    continuity.decide(scopes(settings, library), library, scope -> List.of());
    return library;
  }

  private static Set<Scope> scopes(Settings settings, Library library) {
    Set<Scope> scopes = new LinkedHashSet<>(Set.of(Scope.SITE));
    for (Taxonomy taxonomy : Taxonomy.values()) {
      if (taxonomy.hasFeeds(settings.feeds())) {
        library.terms(taxonomy).forEach(term -> scopes.add(new Scope(term)));
      }
    }
    return scopes;
  }
}
