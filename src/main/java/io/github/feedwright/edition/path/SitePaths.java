package io.github.feedwright.edition.path;

import io.github.feedwright.feed.Links;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import java.time.YearMonth;
import java.util.List;

/** The paths of this server, below the path of {@code feeds.url}; not percent-encoded. */
public final class SitePaths {
  /** Where guessing clients look for an Atom feed. */
  private static final List<String> ATOM_GUESSES = List.of("feed.xml", "feed.atom");

  /** Where guessing clients, and those of an earlier WordPress site, look for an RSS feed. */
  private static final List<String> RSS_GUESSES =
      List.of("index.xml", "index.rss", "feed/", "rss/", "rss/feed.xml");

  private final String root;
  private final ReservedPaths own;
  private final boolean pagesHere;
  private final Links links;

  public SitePaths(Settings settings) {
    this.root = settings.feeds().url().getPath();
    this.own = new ReservedPaths(settings);
    this.pagesHere = settings.hasPostPages();
    this.links = new Links(settings);
  }

  /** Whether a path below the root is one of the server's own, which come before posts. */
  public boolean isOurs(String path) {
    return own.holds(path, below(path));
  }

  /** Whether posts have pages on this server: {@code site.url} is also its own address. */
  public boolean hasPostPages() {
    return pagesHere;
  }

  /** The path of a post's page. */
  public String post(Library library, Post post) {
    return below(library.permalink(post));
  }

  /**
   * The link to a post's page from a page of this server: path-absolute if that page is here too.
   */
  public String href(Library library, Post post) {
    return pagesHere ? href(post(library, post)) : links.page(library, post);
  }

  /** A link to a path of this server. */
  public String href(String path) {
    return PercentEncoding.path(path);
  }

  /** The address of a post that has moved: a web address, or a path below the root. */
  public String redirectTarget(String written) {
    return PercentEncoding.uri(written.startsWith("/") ? root + written.substring(1) : written);
  }

  /** The path of something below the root. */
  public String below(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return Nfc.of(root + relative);
  }

  /** The page of a scope's feed; the site's page for the site. */
  public String page(Scope scope) {
    return below(scope.directory());
  }

  public String document(Scope scope, String fileName) {
    return page(scope) + fileName;
  }

  public String archive(Scope scope, YearMonth month, String fileName) {
    return page(scope) + "archive/" + month + "/" + fileName;
  }

  /** The page of all years and months of a scope. */
  public String archive(Scope scope) {
    return page(scope) + "archive/";
  }

  /** The page of one year of a scope. */
  public String archive(Scope scope, int year) {
    return archive(scope) + Words.year(year) + "/";
  }

  /** One page of the list of a scope's posts; the first is the scope's own. */
  public String listPage(Scope scope, int number) {
    return number == 1 ? page(scope) : page(scope) + "page/" + number + "/";
  }

  /** A path below the page of a scope, from there. */
  public String relative(Scope scope, String path) {
    return path.substring(page(scope).length());
  }

  /** The page of all terms of a taxonomy. */
  public String index(Taxonomy taxonomy) {
    return root + taxonomy.plural() + "/";
  }

  public String opml() {
    return root + "feeds.opml";
  }

  public String sitemap() {
    return root + "sitemap.xml";
  }

  /** The page for every path at which there is nothing. */
  public String notFound() {
    return root + "404.html";
  }

  /** Other paths of a scope's document in one format. */
  public List<String> guesses(Scope scope, String format) {
    Term term = scope.term();
    if (term == null) {
      return guesses(format).stream().map(this::below).toList();
    }
    return format.equals("rss") && term.taxonomy().isWritten()
        ? List.of(below(term.taxonomy().label() + "/" + term.slug() + "/feed/"))
        : List.of();
  }

  /** Where guessing clients look for the site's feed in one format, below the root. */
  static List<String> guesses(String format) {
    return switch (format) {
      case "atom" -> ATOM_GUESSES;
      case "rss" -> RSS_GUESSES;
      default -> List.of();
    };
  }
}
