package io.github.feedwright.edition;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.PostTitle;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Notes;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.SpelledTerm;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.page.FeedLink;
import io.github.feedwright.page.FeedPage;
import io.github.feedwright.page.Pages;
import io.github.feedwright.page.PostPage;
import io.github.feedwright.page.Site;
import io.github.feedwright.page.SitePage;
import io.github.feedwright.page.TermIndex;
import io.github.feedwright.page.TermLink;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Note;
import io.github.feedwright.web.Document;
import io.github.feedwright.web.Freshness;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the pages of an edition. Thread-safe. */
final class PageDocuments {
  private static final String HTML = "text/html; charset=utf-8";

  private final Settings settings;
  private final Pages pages = new Pages();
  private final SitePaths paths;
  private final PageLinks links;
  private final Notes notes;

  PageDocuments(Settings settings, SitePaths paths, PageLinks links) {
    this.settings = settings;
    this.paths = paths;
    this.links = links;
    this.notes = new Notes(settings);
  }

  /** The site's page. */
  Document site(Library library, Set<Scope> scopes, List<RenderedEntry> latest) {
    SitePage page =
        new SitePage(
            siteOf(library),
            settings.site().description(),
            latest.stream().map(each -> links.summary(library, each)).toList(),
            Arrays.stream(Taxonomy.values())
                .map(taxonomy -> index(library, scopes, taxonomy))
                .toList(),
            links.archives(library, Scope.SITE));
    return draft(paths.page(Scope.SITE), pages.site(page));
  }

  private TermIndex index(Library library, Set<Scope> scopes, Taxonomy taxonomy) {
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

  /** The page of a term's feed. */
  Document feed(Library library, Scope scope, Term term, List<RenderedEntry> latest) {
    FeedPage page =
        new FeedPage(
            siteOf(library),
            term.taxonomy(),
            library.title(term),
            paths.href(paths.page(scope)),
            library.posts(term).size(),
            links.feeds(library, scope),
            latest.stream().map(each -> links.summary(library, each)).toList(),
            links.archives(library, scope));
    return draft(paths.page(scope), pages.feed(page));
  }

  /** The page of a post. */
  Document post(Library library, String path, Post post, Content content) {
    String own = post.language();
    PostPage page =
        new PostPage(
            siteOf(library),
            PostTitle.orFirstWords(PostTitle.of(post, content.summary()), content.summary()),
            links.address(path),
            own == null ? settings.site().language() : own,
            post.dates().published(),
            post.dates().modified(),
            links.authors(post),
            links.terms(library, post),
            content.summary(),
            notes.with(content.html(), library, post, content, Note.In.PAGES),
            settings.feeds().trustedHtml(),
            content.media(),
            post.address().redirectTo(),
            post.address().externalUrl(),
            null,
            null,
            alternates(library, post));
    return draft(path, pages.post(page));
  }

  private List<FeedLink> alternates(Library library, Post post) {
    List<FeedLink> feeds = new ArrayList<>(links.feeds(library, Scope.SITE));
    library.terms(post).stream()
        .map(SpelledTerm::term)
        .filter(links::hasFeed)
        .forEach(term -> feeds.addAll(links.feeds(library, new Scope(term))));
    return feeds;
  }

  private Site siteOf(Library library) {
    URI icon = settings.site().icon();
    return new Site(
        settings.site().title(),
        settings.site().language(),
        links.origin(),
        paths.href(paths.page(Scope.SITE)),
        paths.href(paths.opml()),
        text(icon),
        settings.site().rights(),
        links.feeds(library, Scope.SITE));
  }

  private static @Nullable String text(@Nullable URI uri) {
    return uri == null ? null : uri.toString();
  }

  private static Document draft(String path, String html) {
    return new Document(
        path, HTML, Freshness.PAGE, html.getBytes(StandardCharsets.UTF_8), List.of());
  }
}
