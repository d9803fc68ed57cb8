package io.github.feedwright.feed;

import io.github.feedwright.library.Targets;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.settings.PostsSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What notes can link to. They are rendered once for all posts, whichever files there are, so a
 * relative path of a known media type is that of a file below the posts directory. Posts are named
 * by their addresses.
 */
record NoteTargets(PostsSettings posts) implements Targets {
  @Override
  public @Nullable Attachment file(String path) {
    String type = posts.mediaTypes().of(path);
    boolean isElsewhere = type == null || (posts.imageBase() != null && type.startsWith("image/"));
    return isElsewhere ? null : new Attachment(path, 0, Attachment.Access.EVERYBODY, null);
  }

  @Override
  public @Nullable String permalink(String name) {
    return null;
  }

  @Override
  public boolean holdsFiles(String folder) {
    return false;
  }

  @Override
  public Optional<String> nearestFile(String path) {
    return Optional.empty();
  }

  @Override
  public Optional<String> nearestPost(String path) {
    return Optional.empty();
  }
}
