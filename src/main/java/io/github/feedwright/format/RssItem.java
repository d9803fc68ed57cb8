package io.github.feedwright.format;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import io.github.feedwright.content.Media;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Related;
import io.github.feedwright.text.Escape;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns an entry into ROME's item. */
final class RssItem {
  private RssItem() {}

  static Item of(Entry entry) {
    Item item = new Item();
    // An item may lack a title if it has a description (RSS 2.0, "Elements of item").
    item.setTitle(entry.title() == null ? null : plain(entry.title()));
    item.setLink(entry.link());
    item.setGuid(guid(entry));
    item.setPubDate(Timestamps.date(entry.published()));
    item.setCategories(entry.categories().stream().map(RssItem::category).toList());
    item.setEnclosures(entry.media().stream().limit(1).map(RssItem::enclosure).toList());
    describe(item, entry);
    List<Byline> authors = entry.authors().stream().map(Byline::of).toList();
    String author = authors.size() == 1 ? authors.get(0).mailbox() : null;
    item.setAuthor(author);
    List<Byline> creators = author == null ? authors : List.of();
    item.setModules(modules(entry, creators));
    return item;
  }

  /** The text for an element of plain text; a text with an end tag can only be written as HTML. */
  static String plain(String text) {
    return Escape.hasEndTag(text) ? Escape.sparing(text) : text;
  }

  /**
   * The summary next to the content. If there is only one of them, it is the description: the
   * validator warns about content:encoded without a description.
   */
  private static void describe(Item item, Entry entry) {
    String html = Objects.requireNonNullElse(entry.html(), "");
    if (entry.summary().isBlank()) {
      item.setDescription(html.isBlank() ? null : description(html));
      return;
    }
    item.setDescription(description(Escape.text(entry.summary())));
    if (!html.isBlank()) {
      Content content = new Content();
      content.setValue(html);
      item.setContent(content);
    }
  }

  private static Description description(String html) {
    Description description = new Description();
    description.setValue(html);
    return description;
  }

  /** To the letter, since readers compare it as text; a permalink where it is the link itself. */
  private static Guid guid(Entry entry) {
    Guid guid = new Guid();
    guid.setPermaLink(entry.guid().equals(entry.link()));
    guid.setValue(entry.guid());
    return guid;
  }

  private static Category category(io.github.feedwright.feed.Category source) {
    Category category = new Category();
    category.setDomain(source.scheme());
    category.setValue(plain(source.label()));
    return category;
  }

  private static Enclosure enclosure(Media media) {
    Enclosure enclosure = new Enclosure();
    enclosure.setUrl(media.url());
    enclosure.setLength(media.length());
    enclosure.setType(media.type());
    return enclosure;
  }

  private static List<Module> modules(Entry entry, List<Byline> creators) {
    return Stream.of(
            dublinCore(entry, creators),
            MediaRss.of(entry.image(), entry.media().stream().skip(1).toList()),
            link(entry.related()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Module dublinCore(Entry entry, List<Byline> creators) {
    DCModule module = new DCModuleImpl();
    module.setCreators(creators.stream().map(Byline::name).toList());
    if (entry.language() != null) {
      module.setLanguage(entry.language());
    }
    return module;
  }

  private static @Nullable Module link(@Nullable Related related) {
    if (related == null) {
      return null;
    }
    AtomLinkModuleImpl module = new AtomLinkModuleImpl();
    module.setLinks(List.of(FeedHistory.link(related.relation(), null, related.url())));
    return module;
  }
}
