package io.github.feedwright.library;

import io.github.feedwright.library.file.Attachment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the text of a post can link to. */
public interface Targets {
  /**
   * The permalink of a post that is named as in {@code post_url} or {@code ref}: by its path below
   * the posts directory, with or without extensions, by its file name, by its stem, or by what
   * stands for its title. Of several posts, it is the one at exactly that path, else the oldest; if
   * the name begins with a slash, none.
   *
   * @return the path of the post below {@code site.url}, beginning with {@code /}, or null if there
   *     is no such post
   */
  @Nullable String permalink(String name);

  /**
   * The file at a path below the posts directory, served or not.
   *
   * @return the file, or null if there is none
   */
  @Nullable Attachment file(String path);

  /** Whether a folder below the posts directory, not one below it, holds files that are served. */
  boolean holdsFiles(String folder);

  /** The path of the served file whose name is most like that of a path without a file. */
  Optional<String> nearestFile(String path);

  /** The file of the post whose name is most like that of a path without a post. */
  Optional<String> nearestPost(String path);

  /** What is at the paths of the site; null if that is not known. */
  default @Nullable SiteAddresses addresses() {
    return null;
  }

  /**
   * The stem of every post that a name may mean: which post that is, if any, depends on no other.
   */
  static String stem(String name) {
    return PostLookup.stem(name);
  }
}
