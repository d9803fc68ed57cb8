package io.github.feedwright.edition;

import io.github.feedwright.edition.continuity.KeptScopes;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.edition.entry.Change;
import io.github.feedwright.edition.entry.FeedWindow;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.cache.DiskFile;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** Finds problems of the edition that a server would publish, without rendering a post. */
public final class EditionPreview {
  private EditionPreview() {}

  /**
   * What is wrong with the edition as a whole.
   *
   * @param library of posts and what is in feeds
   * @param served the file next to posts at a path, if it is served
   */
  public static List<Problem> problems(
      Settings settings, Library library, Function<String, @Nullable DiskFile> served) {
    SitePaths paths = new SitePaths(settings);
    Edition edition = of(settings, paths, library, served);
    return new BrokenRedirects(settings, paths, edition.snapshot()).problems(edition);
  }

  private static Edition of(
      Settings settings,
      SitePaths paths,
      Library library,
      Function<String, @Nullable DiskFile> served) {
    SnapshotBuilder snapshots = snapshots(settings, paths);
    Library empty = Library.empty(settings, paths::isOurs);
    Set<Post> posts = new LinkedHashSet<>();
    library.all().forEach(posts::add);
    Change change = new Change(empty, library, Set.of(), posts);
    Set<Scope> scopes = change.scopes(settings.feeds());
    scopes.addAll(KeptScopes.of(settings));
    return snapshots.next(
        snapshots.first(empty),
        change,
        scopes,
        scope -> FeedWindow.of(List.of()),
        files(paths, library, served),
        Instant.EPOCH);
  }

  private static SnapshotBuilder snapshots(Settings settings, SitePaths paths) {
    RepresentationCache representations =
        new RepresentationCache(Runnable::run, Runnable::run, new LastModifiedClock(), Set.of());
    List<FeedFormat> formats = FeedFormats.of(settings.feeds().formats());
    SiteWriters writers =
        SiteWriters.of(
            settings,
            formats,
            paths,
            representations,
            (library, post) -> {
              throw rendered();
            });
    return new SnapshotBuilder(
        settings,
        writers,
        representations,
        (library, post) -> {
          throw rendered();
        });
  }

  private static IllegalStateException rendered() {
    return new IllegalStateException("nothing is rendered in a preview");
  }

  private static PMap<String, SharedResource> files(
      SitePaths paths, Library library, Function<String, @Nullable DiskFile> served) {
    PMap<String, SharedResource> files = TreePMap.empty();
    for (Attachment each : library.files().files().values()) {
      DiskFile file = served.apply(each.path());
      files = file == null ? files : files.plus(paths.below(each.path()), unused -> file);
    }
    return files;
  }
}
