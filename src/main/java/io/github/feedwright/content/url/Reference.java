package io.github.feedwright.content.url;

import io.github.feedwright.library.Attachment;
import io.github.feedwright.library.Targets;
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
