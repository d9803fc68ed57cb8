package io.github.feedwright.content.url;

import io.github.feedwright.library.SiteAddresses;
import io.github.feedwright.library.Targets;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.text.Nfc;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of posts by their addresses: generators publish the files of a page bundle below
 * the address of its page, which may be another than that of its folder.
 */
final class PublishedFiles {
  /** How many folders a bundle's files may be in. */
  private static final int DEEPEST = 4;

  private PublishedFiles() {}

  /**
   * The file at an address, or null.
   *
   * @param path the decoded path below {@code site.url}
   * @param uses where to record everything that was looked up
   */
  static @Nullable Attachment find(String path, Targets targets, Set<Reference> uses) {
    SiteAddresses known = targets.addresses();
    int slash = path.lastIndexOf('/');
    if (known == null || path.indexOf('.', slash + 1) < 0 || !FileReference.isName(path)) {
      return null;
    }
    for (int i = 0; i < DEEPEST && slash > 0; i++, slash = path.lastIndexOf('/', slash - 1)) {
      String page = Nfc.of("/" + path.substring(0, slash + 1));
      String post = known.post(page);
      uses.add(new Reference.PageLink(page, post));
      if (post != null) {
        return ofPost(post, path.substring(slash + 1), targets, uses);
      }
    }
    return null;
  }

  private static @Nullable Attachment ofPost(
      String post, String name, Targets targets, Set<Reference> uses) {
    for (String folder : PostPaths.ownFolders(post)) {
      String path = folder.isEmpty() ? name : folder + "/" + name;
      Attachment file = FileReference.isName(path) ? targets.file(path) : null;
      uses.add(new Reference.FileLink(path, file));
      if (file != null) {
        return file;
      }
    }
    return null;
  }
}
