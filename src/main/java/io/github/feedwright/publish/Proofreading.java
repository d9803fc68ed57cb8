package io.github.feedwright.publish;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.edition.Paths;
import io.github.feedwright.edition.entry.CpuTime;
import io.github.feedwright.edition.entry.Renderers;
import io.github.feedwright.feed.Links;
import io.github.feedwright.intake.Holdings;
import io.github.feedwright.intake.Intake;
import io.github.feedwright.intake.Sidecar;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.Stamps;
import io.github.feedwright.web.Workshop;
import java.time.Clock;
import java.time.Duration;
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
  private final Duration mostWork;
  private final Links links;
  private final Holdings holdings = new Holdings();
  private final Library library;
  private final ProofMemory memory;
  private final String authors;
  private final Collection<Problem> problems = new TreeSet<>();

  private Proofreading(Settings settings, Instant now, ProofMemory memory) {
    this.renderer = new ContentRenderer(settings);
    this.mostWork = settings.limits().render();
    this.links = new Links(settings);
    this.memory = memory;
    Sidecar sidecar = Sidecar.authors(settings);
    this.authors = ProofMemory.digest(sidecar.text());
    problems.addAll(sidecar.problems());
    SourceTree tree = new SourceTree(settings.posts().directory());
    Listing listing = tree.list();
    problems.addAll(listing.problems());
    PostParser parser = new PostParser(settings, sidecar.authors());
    Workshop unused = new Workshop(Runnable::run, new Stamps(), Set.of());
    new Intake(settings, tree, parser, holdings, unused).takeAll(listing, now);
    this.library = library(settings, now);
    problems.addAll(holdings.problems());
    problems.addAll(library.problems());
    library.all().forEach(post -> problems.addAll(library.shadowed(post)));
  }

  private Library library(Settings settings, Instant now) {
    Collection<String> looked = new TreeSet<>(holdings.looked(now));
    Library filled = holdings.withFiles(Library.ofAddresses(settings, new Paths(settings)::isOurs));
    for (String path : looked) {
      Post post = holdings.showing(path, now);
      filled = post == null ? filled : filled.with(post);
    }
    holdings.turn(now);
    return filled;
  }

  /**
   * Reads a directory as it is now, and says what is wrong, in the order of files and lines.
   *
   * @param memory of earlier runs: what it holds is not rendered again
   * @param progress told how many posts have been looked at
   */
  public static Collection<Problem> of(
      Settings settings, Clock clock, ProofMemory memory, Progress progress) {
    Proofreading proofreading = new Proofreading(settings, clock.instant(), memory);
    proofreading.proofAll(progress);
    memory.save();
    return proofreading.problems;
  }

  private void proofAll(Progress progress) {
    try (Renderers renderers = new Renderers(Threads.cores())) {
      List<CompletableFuture<List<Problem>>> proofs =
          holdings.posts().stream()
              .map(post -> CompletableFuture.supplyAsync(() -> proof(post), renderers))
              .toList();
      for (int done = 0; done < proofs.size(); done++) {
        problems.addAll(proofs.get(done).join());
        progress.done(done + 1, proofs.size());
      }
    }
  }

  private List<Problem> proof(Post post) {
    String address = links.page(library, post);
    String key = memory.key(authors, post.path(), post.hash(), address);
    if (memory.holds(key, library)) {
      return List.of();
    }
    try {
      Content content = renderer.render(post, address, library, CpuTime.of(mostWork));
      if (content.problems().isEmpty()) {
        memory.keep(key, content.uses());
      }
      return content.problems();
    } catch (OutOfMemoryError e) {
      String message = "it takes more memory than there is; raise -Xmx, or split the post";
      return List.of(Problem.error(post.path(), 1, Kind.LIMIT, message));
    }
  }
}
