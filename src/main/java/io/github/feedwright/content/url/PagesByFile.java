package io.github.feedwright.content.url;

import io.github.feedwright.library.Targets;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.settings.Settings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the pages of a site, which are no posts, that posts name by their files. */
final class PagesByFile {
  /** What references may leave out. */
  private static final List<String> ENDS = List.of("", ".md", "/index.md");

  private PagesByFile() {}

  /**
   * The path below {@code site.url} of the page that the site's generator makes of a file, or null.
   *
   * @param uses where to record everything that was looked up
   */
  static @Nullable String page(
      String named, Settings settings, Targets targets, Set<Reference> uses) {
    String name = named.startsWith("/") ? named.substring(1) : named;
    String outside = settings.posts().written().pages().outside().get(name);
    if (outside != null) {
      return outside;
    }
    String inside = settings.posts().written().content().inside();
    for (String folder : inside.isEmpty() ? List.of("") : List.of("", inside)) {
      for (String end : ENDS) {
        String path = folder + name + end;
        Attachment file = FileReference.isName(path) ? targets.file(path) : null;
        uses.add(new Reference.FileLink(path, file));
        if (file != null && file.page() != null) {
          return file.page();
        }
      }
    }
    return null;
  }
}
