package io.github.feedwright.content.url;

import io.github.feedwright.library.SiteAddresses;
import io.github.feedwright.library.Targets;
import io.github.feedwright.library.Term;
import io.github.feedwright.library.file.Attachment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a post's text links to, and what it was when the post was rendered. */
public sealed interface Reference {
  /** Whether it is still the same. */
  boolean holds(Targets targets);

  /**
   * A post, by name.
   *
   * @param name as written
   * @param permalink the permalink then, or null if there was no such post
   */
  record PostLink(String name, @Nullable String permalink) implements Reference {
    @Override
    public boolean holds(Targets targets) {
      return Objects.equals(permalink, targets.permalink(name));
    }
  }

  /**
   * A file next to posts.
   *
   * @param path below the posts directory
   * @param attachment the file then, served or not, or null if there was none
   */
  record FileLink(String path, @Nullable Attachment attachment) implements Reference {
    @Override
    public boolean holds(Targets targets) {
      return Objects.equals(attachment, targets.file(path));
    }
  }

  /**
   * A path of the site.
   *
   * @param path below {@code site.url}, decoded
   * @param place what was there
   */
  record AddressLink(String path, SiteAddresses.Place place) implements Reference {
    @Override
    public boolean holds(Targets targets) {
      SiteAddresses now = targets.addresses();
      return now == null || now.at(path) == place;
    }
  }

  /**
   * The page of a post, next to which one of its files was looked for.
   *
   * @param path below {@code site.url}, beginning with {@code /}, decoded
   * @param post the post's file, or null if there was no post
   */
  record PageLink(String path, @Nullable String post) implements Reference {
    @Override
    public boolean holds(Targets targets) {
      SiteAddresses now = targets.addresses();
      return now == null || Objects.equals(post, now.post(path));
    }
  }

  /**
   * The page of a term, or one of its feeds.
   *
   * @param hasPosts whether it had posts
   */
  record TermLink(Term term, boolean hasPosts) implements Reference {
    @Override
    public boolean holds(Targets targets) {
      SiteAddresses now = targets.addresses();
      return now == null || now.hasPosts(term) == hasPosts;
    }
  }

  /**
   * A folder in which a file was looked for and not found.
   *
   * @param path below the posts directory
   * @param holdsFiles whether it held other files that are served
   */
  record FolderLink(String path, boolean holdsFiles) implements Reference {
    @Override
    public boolean holds(Targets targets) {
      return holdsFiles == targets.holdsFiles(path);
    }
  }
}
