package io.github.feedwright.edition.document;

import io.github.feedwright.edition.page.PageLinks;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.OpmlFormat;
import io.github.feedwright.format.Outline;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.OneLine;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.cache.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the list of all feeds: the site's, then those of each taxonomy's terms.
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
public final class OpmlDocument {
  private final Settings settings;
  private final FeedDocuments feeds;
  private final SitePaths paths;
  private final PageLinks links;
  private final FeedFormat format;
  private final OpmlFormat opml = new OpmlFormat();

  public OpmlDocument(
      Settings settings,
      List<FeedFormat> formats,
      FeedDocuments feeds,
      SitePaths paths,
      PageLinks links) {
    this.settings = settings;
    this.feeds = feeds;
    this.paths = paths;
    this.links = links;
    // A reader that subscribes to the whole list needs each feed once, not once per format.
    this.format = formats.get(0);
  }

  public Document opml(Library library, Set<Scope> scopes) {
    List<Outline> outlines = new ArrayList<>();
    outlines.add(outline(library, Scope.SITE));
    for (Taxonomy taxonomy : Taxonomy.values()) {
      List<Outline> terms = terms(library, scopes, taxonomy);
      if (!terms.isEmpty()) {
        outlines.add(Outline.group(capitalised(taxonomy.group()), terms));
      }
    }
    return new Document(
        paths.opml(),
        opml.mediaType() + "; charset=utf-8",
        Freshness.FEED,
        opml.write(OneLine.of(settings.site().title()), outlines),
        List.of());
  }

  private List<Outline> terms(Library library, Set<Scope> scopes, Taxonomy taxonomy) {
    return scopes.stream()
        .map(Scope::term)
        .filter(Objects::nonNull)
        .filter(term -> term.taxonomy() == taxonomy)
        .sorted()
        .map((Term term) -> outline(library, new Scope(term)))
        .toList();
  }

  private Outline outline(Library library, Scope scope) {
    Channel channel = feeds.channel(library, scope);
    Term term = scope.term();
    return Outline.feed(
        term == null ? channel.title() : OneLine.of(library.title(term)),
        links.address(paths.document(scope, format.fileName())),
        channel.homePage(),
        channel.language(),
        channel.description(),
        term == null || !term.taxonomy().isSubject() ? null : "/" + term.slug());
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
