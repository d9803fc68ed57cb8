package io.github.feedwright.feed;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SiteSettings;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.text.OneLine;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes feeds: a scope's channel around entries. */
public final class FeedBuilder {
  private static final Pattern TAG_YEAR = Pattern.compile(",(\\d{4})");

  private final SiteSettings site;
  private final Duration maxAge;
  private final List<String> hubs;
  private final Links links;
  private final Languages languages;

  /** Makes feeds for this configuration. */
  public FeedBuilder(Settings settings) {
    this.site = settings.site();
    this.maxAge = settings.http().maxAge();
    this.hubs = settings.hubs();
    this.links = new Links(settings);
    this.languages = settings.languages();
  }

  /** The feed of a scope with these entries, newest first. */
  public Feed feed(Channel channel, Scope scope, List<Entry> entries, ArchiveLinks archive) {
    return new Feed(
        channel,
        site.id() + ":feed/" + scope.idPart(),
        links.feeds(scope.directory()),
        updated(entries),
        entries,
        archive);
  }

  /** The channel of every feed of a scope. */
  public Channel channel(Library library, Scope scope) {
    Term term = scope.term();
    if (term != null && term.taxonomy() == Taxonomy.LANGUAGE) {
      return channel(library, scope, term);
    }
    return term == null
        ? channel(site.title(), description(), site.url().toString())
        : channel(
            site.title() + ": " + library.title(term),
            description(library, term),
            links.feeds(scope.directory()));
  }

  /** The channel of a language, whose title may be that of the site in this language. */
  private Channel channel(Library library, Scope scope, Term term) {
    Languages.Language language = languages.of(term.slug());
    String title = language == null ? null : language.title();
    return channel(
            title == null ? site.title() + ": " + library.title(term) : title,
            description(library, term),
            links.feeds(scope.directory()))
        .in(language == null ? term.slug() : language.tag());
  }

  /**
   * The channel of a feed that has no page and no settings of its own. It is made when requested,
   * so no hub could notify subscribers of its changes: it has no hubs.
   */
  public Channel adHoc(String title) {
    return channel(
        site.title() + ": " + title,
        "Posts in the selection " + title + ", from " + site.title(),
        site.url().toString(),
        List.of());
  }

  private Channel channel(String title, String description, String homePage) {
    return channel(title, description, homePage, hubs);
  }

  private Channel channel(String title, String description, String homePage, List<String> hubs) {
    return new Channel(
        OneLine.of(title),
        OneLine.of(description),
        homePage,
        site.language(),
        site.author(),
        site.rights(),
        text(site.icon()),
        text(site.logo()),
        maxAge,
        hubs);
  }

  /** The address of the newest entries of a scope, in one format. */
  public String address(Scope scope, String fileName) {
    return links.feeds(scope.directory()) + fileName;
  }

  private String description() {
    return site.description().isEmpty() ? site.title() : site.description();
  }

  private String description(Library library, Term term) {
    String title = library.title(term);
    String what =
        switch (term.taxonomy()) {
          case CATEGORY -> "Posts in the category " + title;
          case TAG -> "Posts with the tag " + title;
          case AUTHOR -> "Posts by " + title;
          case LANGUAGE -> "Posts in the language " + title;
          case COMBINATION -> "Posts in the selection " + title;
        };
    return what + ", from " + site.title();
  }

  private OffsetDateTime updated(List<Entry> entries) {
    return entries.stream()
        .map(Entry::updated)
        .max(Comparator.comparing(OffsetDateTime::toInstant))
        .orElseGet(this::sinceEver);
  }

  /** The time of a feed without entries: the date in the site's id; never the current time. */
  private OffsetDateTime sinceEver() {
    Matcher year = TAG_YEAR.matcher(site.id());
    int since = year.find() ? Integer.parseInt(year.group(1)) : 2000;
    return OffsetDateTime.of(since, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  }

  private static @Nullable String text(@Nullable URI uri) {
    return uri == null ? null : uri.toString();
  }
}
