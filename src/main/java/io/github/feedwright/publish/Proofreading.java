package io.github.feedwright.publish;

import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.feed.Links;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.PostParser;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.SourceTree;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * What is wrong with a directory of posts at one instant: what a server of it would report, and
 * what is wrong with the texts that it would not render, hidden posts among them.
 */
public final class Proofreading {
  private final ContentRenderer renderer;
  private final Links links;
  private final Holdings holdings = new Holdings();
  private final Library library;
  private final Collection<Problem> problems = new TreeSet<>();

  private Proofreading(Settings settings, Instant now) {
    this.renderer = new ContentRenderer(settings);
    this.links = new Links(settings);
    Sidecar authors = Sidecar.authors(settings);
    problems.addAll(authors.problems());
    SourceTree tree = new SourceTree(settings.posts().directory());
    Listing listing = tree.list();
    problems.addAll(listing.problems());
    PostParser parser = new PostParser(settings, authors.authors());
    Workshop unused = new Workshop(Runnable::run, new Stamps(), Set.of());
    new Intake(settings, tree, parser, holdings, unused).takeAll(listing, now);
    this.library = library(settings, now);
    problems.addAll(holdings.problems());
    problems.addAll(library.problems());
    library.all().forEach(post -> problems.addAll(library.shadowed(post)));
  }

  private Library library(Settings settings, Instant now) {
    Collection<String> looked = new TreeSet<>(holdings.looked(now));
    Library filled = holdings.withFiles(Library.empty(settings, new Paths(settings)::isOurs));
    for (String path : looked) {
      Post post = holdings.showing(path, now);
      filled = post == null ? filled : filled.with(post);
    }
    holdings.turn(now);
    return filled;
  }

  /** Reads a directory as it is now, and says what is wrong, in the order of files and lines. */
  public static Collection<Problem> of(Settings settings, Clock clock) {
    Proofreading proofreading = new Proofreading(settings, clock.instant());
    try (Renderers renderers = new Renderers(Threads.cores())) {
      List<CompletableFuture<List<Problem>>> proofs =
          proofreading.holdings.posts().stream()
              .map(post -> CompletableFuture.supplyAsync(() -> proofreading.proof(post), renderers))
              .toList();
      proofs.forEach(proof -> proofreading.problems.addAll(proof.join()));
      return proofreading.problems;
    }
  }

  private List<Problem> proof(Post post) {
    String address = links.page(library, post);
    return renderer.render(post, address, library, CpuTime.of(Composer.MOST_WORK)).problems();
  }
}
