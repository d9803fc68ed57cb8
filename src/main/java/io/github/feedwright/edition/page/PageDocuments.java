package io.github.feedwright.edition.page;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.PostTitle;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Links;
import io.github.feedwright.feed.Notes;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.library.SpelledTerm;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.page.FeedLink;
import io.github.feedwright.page.FeedPage;
import io.github.feedwright.page.IndexPage;
import io.github.feedwright.page.NotFoundPage;
import io.github.feedwright.page.Page;
import io.github.feedwright.page.Pages;
import io.github.feedwright.page.PostPage;
import io.github.feedwright.page.PostSummary;
import io.github.feedwright.page.SitePage;
import io.github.feedwright.page.TermIndex;
import io.github.feedwright.page.TermLink;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Note;
import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.cache.Document;
import io.github.feedwright.web.cache.RepresentationCache;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pages of an edition.
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
public final class PageDocuments {
  private static final String HTML = "text/html; charset=utf-8";

  private final Settings settings;
  private final Function<Page, Pages.Written> write;
  private final SitePaths paths;
  private final PageLinks links;
  private final Links addresses;
  private final Notes notes;
  private final Summaries summaries;
  private final PagedLists lists;

  /**
   * Makes pages.
   *
   * @param render renders a post of a library
   * @param write writes a page
   */
  public PageDocuments(
      Settings settings,
      SitePaths paths,
      PageLinks links,
      BiFunction<Library, Post, Content> render,
      Function<Page, Pages.Written> write) {
    this.write = write;
    this.settings = settings;
    this.paths = paths;
    this.links = links;
    this.addresses = new Links(settings);
    this.notes = new Notes(settings);
    this.summaries = new Summaries(settings, links, render);
    this.lists = new PagedLists(this, links, paths, summaries);
  }

  /** The pages with the older posts of a scope. */
  public ScopePages olderPages(Scope scope, RepresentationCache representations, Instant since) {
    return ScopePages.of(scope, paths, lists, representations, since);
  }

  /**
   * The site's page.
   *
   * @param scopes those that have pages
   * @param window the available entries of the site's feed
   */
  public Document site(Library library, Set<Scope> scopes, List<RenderedEntry> window) {
    SitePage page =
        new SitePage(
            links.site(library),
            settings.site().description(),
            newest(library, Scope.SITE, window),
            older(library, Scope.SITE),
            Arrays.stream(Taxonomy.values())
                .map(taxonomy -> terms(library, scopes, taxonomy))
                .toList());
    return document(paths.page(Scope.SITE), page);
  }

  /**
   * The newest posts: those in the feed exactly as they are there, others rendered for the page.
   */
  private List<PostSummary> newest(Library library, Scope scope, List<RenderedEntry> window) {
    Map<String, RenderedEntry> atHand = new HashMap<>();
    window.forEach(entry -> atHand.put(entry.post().path(), entry));
    List<PostSummary> newest = new ArrayList<>();
    for (Post post : scope.posts(library).newest(ScopePages.POSTS_PER_PAGE)) {
      RenderedEntry entry = atHand.get(post.path());
      newest.add(
          entry == null || !entry.entry().id().equals(library.id(post))
              ? summaries.whole(library, post)
              : summaries.whole(library, entry));
    }
    return newest;
  }

  private @Nullable String older(Library library, Scope scope) {
    PostSet posts = scope.posts(library);
    return ScopePages.pageCount(posts) == 1 ? null : paths.href(paths.listPage(scope, 2));
  }

  private TermIndex terms(Library library, Set<Scope> scopes, Taxonomy taxonomy) {
    List<TermLink> terms =
        scopes.stream()
            .map(Scope::term)
            .filter(Objects::nonNull)
            .filter(term -> term.taxonomy() == taxonomy)
            .map(term -> termLink(library, term))
            .toList();
    return new TermIndex(taxonomy, terms);
  }

  private TermLink termLink(Library library, Term term) {
    Scope scope = new Scope(term);
    return new TermLink(
        library.title(term),
        library.posts(term).size(),
        paths.href(paths.page(scope)),
        links.feeds(library, scope));
  }

  /** The page of all terms of a taxonomy. */
  public Document index(Library library, Set<Scope> scopes, Taxonomy taxonomy) {
    String path = paths.index(taxonomy);
    return document(
        path,
        new IndexPage(links.site(library), terms(library, scopes, taxonomy), paths.href(path)));
  }

  /**
   * The page of a term's feed.
   *
   * @param window the feed's available entries
   */
  public Document feed(Library library, Scope scope, List<RenderedEntry> window) {
    PostSet posts = scope.posts(library);
    FeedPage page =
        new FeedPage(
            links.site(library),
            links.list(library, scope),
            posts.size(),
            posts.isEmpty() ? null : paths.href(paths.archive(scope)),
            links.feeds(library, scope),
            newest(library, scope, window),
            older(library, scope));
    return document(paths.page(scope), page);
  }

  /** The page of a post. */
  public Document post(Library library, String path, Post post, Content content) {
    String own = post.language();
    PostSet others = library.syndicated();
    boolean isListed = others.contains(post);
    String title = PostTitle.of(post, content.summary());
    PostPage page =
        new PostPage(
            links.site(library),
            PostTitle.orFirstWords(title, content.summary()),
            title != null,
            links.address(path),
            own == null ? settings.site().language() : own,
            post.dates().published(),
            post.dates().modified(),
            links.authors(post),
            links.terms(library, post),
            content.summary(),
            content.image(),
            notes.with(content.html(), library, post, content, Note.In.PAGES),
            settings.feeds().trustedHtml(),
            content.media(),
            post.address().redirectTo(),
            post.address().externalUrl(),
            isListed ? summaries.link(library, others.older(post)) : null,
            isListed ? summaries.link(library, others.newer(post)) : null,
            alternates(library, post),
            addresses.translations(library, post));
    return document(path, page);
  }

  private List<FeedLink> alternates(Library library, Post post) {
    List<FeedLink> feeds = new ArrayList<>(links.feeds(library, Scope.SITE));
    library.terms(post).stream()
        .map(SpelledTerm::term)
        .filter(links::hasFeed)
        .forEach(term -> feeds.addAll(links.feeds(library, new Scope(term))));
    return feeds;
  }

  /** The page for every path at which there is nothing. */
  public Document notFound(Library library) {
    String path = paths.notFound();
    return document(path, new NotFoundPage(links.site(library), paths.href(path)));
  }

  Document document(String path, Page page) {
    Pages.Written written = write.apply(page);
    ByteSequence html = ByteSequence.of(written.html().getBytes(StandardCharsets.UTF_8));
    return new Document(path, HTML, Freshness.PAGE, html, List.of(), written.policy(), false);
  }
}
