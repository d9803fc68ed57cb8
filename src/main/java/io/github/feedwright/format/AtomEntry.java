package io.github.feedwright.format;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.Module;
import io.github.feedwright.content.Media;
import io.github.feedwright.feed.Translation;
import io.github.feedwright.text.Escape;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Turns an entry into ROME's Atom entry. */
final class AtomEntry {
  private AtomEntry() {}

  static Entry of(io.github.feedwright.feed.Entry source) {
    Entry entry = new Entry();
    entry.setId(source.id());
    entry.setTitleEx(AtomText.plain(source.titleOrFirstWords()));
    entry.setPublished(Timestamps.date(source.published()));
    entry.setUpdated(Timestamps.date(source.updated()));
    entry.setAlternateLinks(alternates(source));
    entry.setOtherLinks(otherLinks(source));
    entry.setAuthors(source.authors().stream().map(AtomText::person).toList());
    entry.setCategories(source.categories().stream().map(AtomEntry::category).toList());
    write(entry, source);
    Module media = MediaRss.of(source.image(), List.of());
    entry.setModules(media == null ? List.of() : List.of(media));
    return entry;
  }

  /**
   * An entry without text still gets some: the validator warns about an empty one, and readers show
   * nothing.
   */
  private static void write(Entry entry, io.github.feedwright.feed.Entry source) {
    String html = source.html();
    boolean contentless = html == null || html.isBlank();
    if (html != null && !contentless) {
      entry.setContents(List.of(AtomText.html(html)));
    }
    // RFC 4287, section 4.2.13: a summary should not repeat the title or the content.
    boolean isTitle = source.title() == null && source.summary().equals(source.titleOrFirstWords());
    if (!source.summary().isBlank() && (contentless || !isTitle)) {
      entry.setSummary(AtomText.plain(source.summary()));
    } else if (contentless) {
      entry.setSummary(AtomText.plain(source.titleOrFirstWords()));
    }
  }

  /**
   * Two alternates must differ in type or language (RFC 4287, section 4.1.2). A single one has no
   * type: a linked page may have any.
   */
  private static List<Link> alternates(io.github.feedwright.feed.Entry source) {
    if (source.translations().isEmpty()) {
      return List.of(FeedHistory.link("alternate", null, source.link()));
    }
    Comparator<Link> ownFirst =
        Comparator.comparing((Link link) -> !link.getHref().equals(source.link()));
    return source.translations().stream().map(AtomEntry::alternate).sorted(ownFirst).toList();
  }

  private static Link alternate(Translation translation) {
    Link link = FeedHistory.link("alternate", "text/html", translation.url());
    link.setHreflang(translation.language());
    return link;
  }

  private static List<Link> otherLinks(io.github.feedwright.feed.Entry source) {
    return Stream.concat(
            Stream.ofNullable(source.related())
                .map(related -> FeedHistory.link(related.relation(), null, related.url())),
            source.media().stream().map(AtomEntry::enclosure))
        .toList();
  }

  private static Link enclosure(Media media) {
    Link link = FeedHistory.link("enclosure", media.type(), media.url());
    link.setLength(media.length());
    return link;
  }

  private static Category category(io.github.feedwright.feed.Category source) {
    Category category = new Category();
    category.setTerm(source.term());
    category.setScheme(source.scheme());
    // A label can only be plain text; in place of one with an end tag, the term is used.
    category.setLabel(Escape.hasEndTag(source.label()) ? null : source.label());
    return category;
  }
}
