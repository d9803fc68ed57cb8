package io.github.feedwright.edition.page;

import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.text.Escape;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.cache.Document;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the list of all pages for search engines (sitemaps.org, protocol 0.9).
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
public final class SitemapDocument {
  /** No sitemap may have more; of more posts, the newest are in it. */
  private static final int MOST = 50_000;

  private static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private final SitePaths paths;
  private final PageLinks links;

  /** Lists the pages at these paths. */
  public SitemapDocument(SitePaths paths, PageLinks links) {
    this.paths = paths;
    this.links = links;
  }

  /**
   * The list.
   *
   * @param scopes those that have pages
   */
  public Document sitemap(Library library, Set<Scope> scopes) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """);
    int left = MOST;
    for (Scope scope : scopes) {
      if (left > 0) {
        add(xml, paths.page(scope), null);
        left--;
      }
    }
    for (Post post : paths.hasPostPages() ? posts(library, scopes, left) : List.<Post>of()) {
      if (post.address().redirectTo() == null) {
        add(xml, paths.post(library, post), post.dates().updated());
      }
    }
    return new Document(
        paths.sitemap(),
        "application/xml; charset=utf-8",
        Freshness.PAGE,
        ByteSequence.of(xml.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8)),
        List.of());
  }

  /** The newest posts; those that the site's feed leaves out come last. */
  private static Set<Post> posts(Library library, Set<Scope> scopes, int most) {
    Set<Post> posts = new LinkedHashSet<>(library.syndicated().newest(most));
    for (Scope scope : scopes) {
      posts.addAll(scope.posts(library).newest(most - posts.size()));
    }
    return posts;
  }

  private void add(StringBuilder xml, String path, @Nullable OffsetDateTime changed) {
    xml.append("<url><loc>").append(Escape.text(links.address(path))).append("</loc>");
    if (changed != null) {
      xml.append("<lastmod>").append(DATETIME.format(changed)).append("</lastmod>");
    }
    xml.append("</url>\n");
  }
}
