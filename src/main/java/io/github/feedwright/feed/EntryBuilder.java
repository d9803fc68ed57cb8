package io.github.feedwright.feed;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.PostTitle;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.SpelledTerm;
import io.github.feedwright.library.Term;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.FeedContent;
import io.github.feedwright.settings.FeedsSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Note;
import io.github.feedwright.text.OneLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the entry of a post, which is the same in every feed. */
public final class EntryBuilder {
  private final FeedsSettings feeds;
  private final Links links;
  private final EntryAuthors authors;
  private final Notes notes;

  /** Makes entries for this configuration. */
  public EntryBuilder(Settings settings) {
    this.feeds = settings.feeds();
    this.links = new Links(settings);
    this.authors = EntryAuthors.of(settings.site());
    this.notes = new Notes(settings);
  }

  /** The entry of a post of this library, rendered. */
  public Entry entry(Library library, Post post, Content content) {
    String link = links.target(library, post);
    return new Entry(
        library.id(post),
        library.guid(post),
        link,
        related(library, post, link),
        PostTitle.of(post, content.summary()),
        post.dates().published(),
        post.dates().updated(),
        authors.of(post),
        categories(library, post),
        content.summary(),
        html(library, post, content),
        post.language(),
        content.image(),
        content.media(),
        link.equals(links.page(library, post)) ? links.translations(library, post) : List.of());
  }

  private @Nullable Related related(Library library, Post post, String link) {
    String external = post.address().externalUrl();
    if (external == null) {
      return null;
    }
    String page = links.page(library, post);
    return link.equals(page) ? new Related("related", external) : new Related("via", page);
  }

  private List<Category> categories(Library library, Post post) {
    return library.terms(post).stream()
        .filter(each -> each.term().taxonomy().isSubject())
        .map(this::category)
        .toList();
  }

  private Category category(SpelledTerm spelled) {
    Term term = spelled.term();
    String scheme = links.feeds(term.taxonomy().plural() + "/");
    return new Category(term.slug(), OneLine.of(spelled.spelling()), scheme);
  }

  private @Nullable String html(Library library, Post post, Content content) {
    FeedContent own = post.syndication().content();
    return (own == null ? feeds.content() : own) == FeedContent.FULL
        ? notes.with(content.html(), library, post, content, Note.In.FEEDS)
        : content.excerptHtml();
  }
}
