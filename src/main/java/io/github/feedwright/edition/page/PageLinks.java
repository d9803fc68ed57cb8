package io.github.feedwright.edition.page;

import io.github.feedwright.edition.continuity.KeptScopes;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.FeedBuilder;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.page.FeedLink;
import io.github.feedwright.page.Link;
import io.github.feedwright.page.PostList;
import io.github.feedwright.page.PostTerms;
import io.github.feedwright.page.Site;
import io.github.feedwright.post.Author;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Person;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Slug;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The links on the pages of an edition: posts, terms and feeds.
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
public final class PageLinks {
  private final Settings settings;
  private final List<FeedFormat> formats;
  private final SitePaths paths;
  private final FeedBuilder feeds;
  private final Words words;
  private final Set<Taxonomy> kept;
  private final PerLibrary<Scope, Site> site = new PerLibrary<>();
  private final PerLibrary<Scope, List<FeedLink>> feedLinks = new PerLibrary<>();

  /** The links of a configuration. */
  public PageLinks(Settings settings, List<FeedFormat> formats, SitePaths paths) {
    this.settings = settings;
    this.formats = formats;
    this.paths = paths;
    this.feeds = new FeedBuilder(settings);
    this.words = settings.site().words().words();
    this.kept =
        KeptScopes.of(settings).stream()
            .map(Scope::term)
            .filter(Objects::nonNull)
            .map(Term::taxonomy)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What every page shows about the site. */
  Site site(Library library) {
    return site.get(library, Scope.SITE, any -> newSite(library));
  }

  private Site newSite(Library library) {
    URI icon = settings.site().icon();
    Person author = settings.site().author();
    return new Site(
        settings.site().title(),
        settings.site().language(),
        words,
        origin(),
        paths.href(paths.page(Scope.SITE)),
        paths.href(paths.opml()),
        navigation(library),
        author == null ? null : new Link(author.name(), author.url()),
        icon == null ? null : icon.toString(),
        settings.site().rights(),
        feeds(library, Scope.SITE));
  }

  /** The archive and the indexes of terms, as far as there are any. */
  public List<Link> navigation(Library library) {
    List<Link> navigation = new ArrayList<>();
    if (!library.syndicated().isEmpty()) {
      navigation.add(new Link(words.say("archive"), paths.href(paths.archive(Scope.SITE))));
    }
    for (Taxonomy taxonomy : Taxonomy.values()) {
      if (hasIndex(library, taxonomy)) {
        navigation.add(new Link(words.say(taxonomy.group()), paths.href(paths.index(taxonomy))));
      }
    }
    return navigation;
  }

  /** Whether a taxonomy has feeds, and terms that they are of. */
  public boolean hasIndex(Library library, Taxonomy taxonomy) {
    return hasFeed(taxonomy) && (kept.contains(taxonomy) || !library.terms(taxonomy).isEmpty());
  }

  /** The list of a scope's posts. */
  PostList list(Library library, Scope scope) {
    Term term = scope.term();
    String href = paths.href(paths.page(scope));
    return term == null
        ? new PostList(null, settings.site().title(), href)
        : new PostList(term.taxonomy(), library.title(term), href);
  }

  /** The link to a post. */
  String href(Library library, Post post) {
    return paths.href(library, post);
  }

  /** The scheme and authority of this server. */
  public String origin() {
    URI url = settings.feeds().url();
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  /** The absolute address of a path of this server. */
  public String address(String path) {
    return origin() + paths.href(path);
  }

  /** A scope's feed in each format. */
  public List<FeedLink> feeds(Library library, Scope scope) {
    return feedLinks.get(library, scope, each -> newFeeds(library, each));
  }

  private List<FeedLink> newFeeds(Library library, Scope scope) {
    return formats.stream()
        .map(
            format -> link(title(library, scope), format, paths.document(scope, format.fileName())))
        .toList();
  }

  private FeedLink link(String title, FeedFormat format, String path) {
    return new FeedLink(title, format.title(), paths.href(path), format.mediaType());
  }

  private String title(Library library, Scope scope) {
    return feeds.channel(library, scope).title();
  }

  /**
   * The archive of one month in each format, if the scope's feed has archives.
   *
   * @param name the month for people: links with the same name are the same to those who hear them
   */
  List<FeedLink> archive(Library library, Scope scope, YearMonth month, String name) {
    if (!scope.hasArchives(settings.feeds())) {
      return List.of();
    }
    String title = title(library, scope) + ", " + name;
    return formats.stream()
        .map(format -> link(title, format, paths.archive(scope, month, format.fileName())))
        .toList();
  }

  /** The authors of a post, each with the page of the author's feed. */
  List<Link> authors(Post post) {
    return post.authors().stream().map(this::author).toList();
  }

  private Link author(Author author) {
    return link(author.name(), new Term(Taxonomy.AUTHOR, Slug.of(author.term())));
  }

  /** The categories and tags in the post's own spelling, each with its page. */
  PostTerms terms(Library library, Post post) {
    return new PostTerms(
        terms(library, post, Taxonomy.CATEGORY), terms(library, post, Taxonomy.TAG));
  }

  private List<Link> terms(Library library, Post post, Taxonomy taxonomy) {
    return library.terms(post).stream()
        .filter(each -> each.term().taxonomy() == taxonomy)
        .map(each -> link(each.spelling(), each.term()))
        .toList();
  }

  private Link link(String title, Term term) {
    return new Link(title, hasFeed(term) ? paths.href(paths.page(new Scope(term))) : null);
  }

  /** Whether the configuration gives feeds to a term's taxonomy. */
  boolean hasFeed(Term term) {
    return hasFeed(term.taxonomy());
  }

  private boolean hasFeed(Taxonomy taxonomy) {
    return taxonomy.hasFeeds(settings.feeds());
  }
}
