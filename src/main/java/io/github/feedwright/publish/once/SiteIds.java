package io.github.feedwright.publish.once;

import io.github.feedwright.edition.continuity.FormerlyShown;
import io.github.feedwright.edition.continuity.HeldPosts;
import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.intake.state.IdsFileWriter;
import io.github.feedwright.library.Library;
import io.github.feedwright.migration.Adoption;
import io.github.feedwright.migration.FormerEntry;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.text.PercentEncoding;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The ids of all posts of a directory that are shown now, and what {@code ids.tsv} says of them.
 */
public final class SiteIds {
  private final Settings settings;
  private final SitePosts posts;

  private SiteIds(Settings settings, SitePosts posts) {
    this.settings = settings;
    this.posts = posts;
  }

  /**
   * Reads a directory as it is now.
   *
   * @param store of what was read before
   * @param shown what readers were shown before
   */
  public static SiteIds of(Settings settings, Clock clock, CacheStore store, PublishedPosts shown) {
    return new SiteIds(settings, SitePosts.read(settings, clock.instant(), store, shown));
  }

  /** The id of every post, sorted by path; the note says why it has it. */
  public List<RecordedId> all() {
    Library library = posts.library();
    List<RecordedId> ids = new ArrayList<>();
    library.all().forEach(post -> ids.add(recorded(post, library.guid(post), why(post))));
    ids.sort((one, other) -> one.path().compareTo(other.path()));
    return ids;
  }

  private static RecordedId recorded(Post post, String id, String note) {
    return new RecordedId(post.path(), id, post.dates().published(), note);
  }

  private String why(Post post) {
    Library library = posts.library();
    String id = library.guid(post);
    Origin origin = library.origin(post);
    if (origin == Origin.KEPT && !library.guidByFiles(post).equals(id)) {
      return "published before";
    }
    return switch (origin) {
      case GUID -> "front matter";
      case FILE -> IdsFile.NAME;
      case TEMPLATE -> "ids.template";
      case NAME, KEPT ->
          id.endsWith(":" + PercentEncoding.path(post.stem())) ? "file name" : "path";
    };
  }

  /** The ids that posts keep, although no file says so: somebody should write these down. */
  public List<RecordedId> unwritten() {
    return posts.continuity().unwritten(posts.library());
  }

  /** What a server that starts now would hold back. */
  public HeldPosts held() {
    return posts.continuity().held();
  }

  /** What is wrong with the lines of {@code ids.tsv}. */
  public List<Problem> problems() {
    return posts.fileState().ids().problems();
  }

  /** What the subscribers of a feed with these entries were shown. */
  public PublishedPosts shownBy(List<FormerEntry> feed) {
    return FormerlyShown.of(settings, posts.library(), posts.fileState(), feed);
  }

  /** Compares the entries of previous feeds with the posts. */
  public Adoption adoption(Collection<FormerEntry> former) {
    return Adoption.of(posts.library(), settings, former);
  }

  /** The lines that give posts the ids of their previous entries; none for those that have them. */
  public List<RecordedId> adopted(Adoption adoption) {
    List<RecordedId> ids = new ArrayList<>();
    adoption
        .matched()
        .forEach(
            (entry, post) -> {
              if (!posts.library().guid(post).equals(entry.id()) && !isWritten(post)) {
                ids.add(recorded(post, entry.id(), "adopted"));
              }
            });
    return ids;
  }

  /** Whether the front matter of a post gives its id, which no other place can change. */
  public boolean isWritten(Post post) {
    return posts.library().origin(post) == Origin.GUID;
  }

  /** Which id in {@code ids.tsv} another one replaces, as the end of a line; empty if none. */
  public String replacement(Post post, String id) {
    boolean isReplaced = posts.library().origin(post) == Origin.FILE && !id(post).equals(id);
    return isReplaced ? ", in place of " + id(post) : "";
  }

  /** The id of a post, exactly as RSS has it. */
  public String id(Post post) {
    return posts.library().guid(post);
  }

  /**
   * Adds lines to {@code ids.tsv}, each in place of those of its path and of its id.
   *
   * @throws IOException if the file cannot be read or written
   */
  public void write(Collection<RecordedId> ids) throws IOException {
    if (!ids.isEmpty()) {
      IdsFile file = IdsFileWriter.write(settings.posts().directory(), ids);
      posts.fileState().put(file, List.of());
    }
  }
}
