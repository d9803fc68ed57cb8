package io.github.feedwright.edition;

import io.github.feedwright.content.PostTitle;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.page.Archive;
import io.github.feedwright.page.FeedLink;
import io.github.feedwright.page.Link;
import io.github.feedwright.page.PostSummary;
import io.github.feedwright.post.Author;
import io.github.feedwright.post.Post;
import io.github.feedwright.render.FeedFormat;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Slug;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The links on the pages of an edition: posts, terms and feeds. Thread-safe. */
final class PageLinks {
  private final Settings settings;
  private final List<FeedFormat> formats;
  private final SitePaths paths;
  private final FeedDocuments feeds;

  PageLinks(Settings settings, List<FeedFormat> formats, SitePaths paths, FeedDocuments feeds) {
    this.settings = settings;
    this.formats = formats;
    this.paths = paths;
    this.feeds = feeds;
  }

  /** The scheme and authority of this server. */
  String origin() {
    URI url = settings.feeds().url();
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  /** The absolute address of a path of this server. */
  String address(String path) {
    return origin() + paths.href(path);
  }

  /** A scope's feed in each format. */
  List<FeedLink> feeds(Library library, Scope scope) {
    return formats.stream()
        .map(format -> link(library, scope, format, paths.document(scope, format.fileName())))
        .toList();
  }

  private FeedLink link(Library library, Scope scope, FeedFormat format, String path) {
    return new FeedLink(
        title(library, scope), format.title(), paths.href(path), format.mediaType());
  }

  private String title(Library library, Scope scope) {
    return feeds.channel(library, scope).title();
  }

  /** The archives of a scope's feed, newest first. */
  List<Archive> archives(Library library, Scope scope) {
    if (!feeds.hasArchives(scope)) {
      return List.of();
    }
    List<Archive> archives = new ArrayList<>();
    for (YearMonth month : scope.posts(library).months().descendingKeySet()) {
      archives.add(new Archive(month, archive(library, scope, month)));
    }
    return archives;
  }

  private List<FeedLink> archive(Library library, Scope scope, YearMonth month) {
    return formats.stream()
        .map(format -> link(library, scope, format, paths.archive(scope, month, format.fileName())))
        .toList();
  }

  /** A post in a list. */
  PostSummary summary(Library library, RenderedEntry entry) {
    Post post = entry.post();
    String own = post.language();
    String text = entry.content().summary();
    String title = PostTitle.of(post, text);
    String heading = PostTitle.orFirstWords(title, text);
    return new PostSummary(
        heading,
        paths.href(library, post),
        own == null ? settings.site().language() : own,
        post.dates().published(),
        authors(post),
        title == null && heading.equals(text) ? "" : text,
        terms(library, post));
  }

  /** The authors of a post, each with the page of the author's feed. */
  List<Link> authors(Post post) {
    return post.authors().stream().map(this::author).toList();
  }

  private Link author(Author author) {
    return link(author.name(), new Term(Taxonomy.AUTHOR, Slug.of(author.term())));
  }

  /** The categories and tags in the post's own spelling, each with its page. */
  List<Link> terms(Library library, Post post) {
    return library.terms(post).stream()
        .filter(each -> each.term().taxonomy().isSubject())
        .map(each -> link(each.spelling(), each.term()))
        .toList();
  }

  private Link link(String title, Term term) {
    return new Link(title, hasFeed(term) ? paths.href(paths.page(new Scope(term))) : null);
  }

  /** Whether the configuration gives feeds to a term's taxonomy. */
  boolean hasFeed(Term term) {
    return settings.feeds().by().contains(term.taxonomy().label());
  }
}
