package io.github.feedwright.content.url;

import io.github.feedwright.library.Attachment;
import io.github.feedwright.library.Targets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a post's text pointed at, and what that was when it was rendered. */
public sealed interface Reference {
  /** Whether it still is that. */
  boolean holds(Targets targets);

  /**
   * A post, by name.
   *
   * @param name as written
   * @param permalink the permalink then, or null where there was no such post
   */
  record PostLink(String name, @Nullable String permalink) implements Reference {
    @Override
    public boolean holds(Targets targets) {
      return Objects.equals(permalink, targets.permalink(name));
    }
  }

  /**
   * A file beside the posts.
   *
   * @param path below the posts directory
   * @param attachment the file then, or null where there was none
   */
  record FileLink(String path, @Nullable Attachment attachment) implements Reference {
    @Override
    public boolean holds(Targets targets) {
      return Objects.equals(attachment, targets.attachment(path));
    }
  }
}
