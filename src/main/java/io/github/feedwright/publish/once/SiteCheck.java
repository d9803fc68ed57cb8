package io.github.feedwright.publish.once;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.edition.EditionPreview;
import io.github.feedwright.edition.entry.CpuTime;
import io.github.feedwright.edition.entry.RenderThreads;
import io.github.feedwright.edition.store.Renderings;
import io.github.feedwright.feed.Links;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.Unpublished;
import io.github.feedwright.library.Library;
import io.github.feedwright.output.FileProblems;
import io.github.feedwright.output.Progress;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.thread.Threads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the problems of a directory of posts at one instant: everything that a server would report,
 * and the problems of texts that it would not render yet, such as drafts.
 */
public final class SiteCheck {
  private final ContentRenderer renderer;
  private final Duration mostWork;
  private final Links links;
  private final FileState fileState;
  private final Library library;
  private final Renderings kept;
  private final Collection<Problem> problems = new TreeSet<>();

  private SiteCheck(Settings settings, Instant now, CacheStore store, PublishedPosts shown) {
    this.renderer = new ContentRenderer(settings);
    this.mostWork = settings.limits().render();
    this.links = new Links(settings);
    this.kept = Renderings.of(store, settings);
    SitePosts posts = SitePosts.read(settings, now, store, shown);
    this.fileState = posts.fileState();
    this.library = posts.library();
    problems.addAll(posts.problems());
    problems.addAll(FileProblems.of(settings, library));
    if (!settings.redirects().isEmpty()) {
      problems.addAll(EditionPreview.problems(settings, library, fileState::served));
    }
  }

  /**
   * What was found.
   *
   * @param problems in the order of files and lines
   * @param posts how many posts are published
   * @param unpublished the files that are not, by path
   */
  public record Found(Collection<Problem> problems, int posts, List<Unpublished> unpublished) {}

  /**
   * Reads a directory as it is now, and renders every post that is or may be published.
   *
   * @param store of what was read and rendered before: posts that had no problem are not rendered
   *     again
   * @param shown what readers were shown: what would come back to them is a problem
   * @param progress receives how many posts have been checked
   */
  public static Found of(
      Settings settings, Clock clock, CacheStore store, PublishedPosts shown, Progress progress) {
    Instant now = clock.instant();
    SiteCheck check = new SiteCheck(settings, now, store, shown);
    check.checkAll(progress);
    return new Found(check.problems, check.library.size(), check.fileState.unpublished(now));
  }

  /** The files of a directory as it is now that are not published, by path; nothing is rendered. */
  public static List<Unpublished> unpublished(Settings settings, Clock clock, CacheStore store) {
    Instant now = clock.instant();
    return SitePosts.read(settings, now, store, PublishedPosts.NONE).fileState().unpublished(now);
  }

  private void checkAll(Progress progress) {
    try (RenderThreads renderers = new RenderThreads(Threads.cores())) {
      List<CompletableFuture<List<Problem>>> checks =
          fileState.posts().stream()
              .filter(post -> !post.visibility().equals(Visibility.NEVER))
              .map(post -> CompletableFuture.supplyAsync(() -> check(post), renderers))
              .toList();
      for (int done = 0; done < checks.size(); done++) {
        problems.addAll(checks.get(done).join());
        progress.done(done + 1, checks.size());
      }
    }
  }

  private List<Problem> check(Post post) {
    String address = links.page(library, post);
    Content former = kept.find(post, address, library);
    // Messages may name what else there is, on which a rendering does not depend.
    if (former != null && former.problems().isEmpty()) {
      return List.of();
    }
    try {
      CpuTime time = CpuTime.of(mostWork);
      Content content = renderer.render(post, address, library, time);
      if (former == null && !time.isUsedUp()) {
        kept.keep(post, address, content);
      }
      return content.problems();
    } catch (OutOfMemoryError e) {
      String message = "it needs more memory than there is; raise -Xmx, or split the post";
      return List.of(Problem.error(post.path(), 1, Kind.LIMIT, message));
    }
  }
}
