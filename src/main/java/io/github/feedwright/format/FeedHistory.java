package io.github.feedwright.format;

import com.rometools.rome.feed.atom.Link;
import io.github.feedwright.feed.Feed;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A feed's own links, its hubs (WebSub, section 4) and its history (RFC 5005, section 4); the same
 * in RSS and Atom.
 */
final class FeedHistory {
  static final Namespace NAMESPACE =
      Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

  private FeedHistory() {}

  static List<Link> links(Feed feed, String fileName, String mediaType) {
    List<Link> links = new ArrayList<>();
    add(links, "self", mediaType, feed.self(fileName));
    feed.hubs().forEach(hub -> links.add(link("hub", null, hub)));
    if (feed.archive().month() != null) {
      add(links, "current", mediaType, feed.current(fileName));
    }
    add(links, "prev-archive", mediaType, feed.previous(fileName));
    add(links, "next-archive", mediaType, feed.next(fileName));
    return links;
  }

  /**
   * The mark of an archive document; a new element at each call, because ROME moves it. A single
   * archive has none: without a link to another one, the validator takes the mark for a mistake.
   */
  static List<Element> marks(Feed feed) {
    boolean alone = feed.archive().previous() == null && feed.archive().next() == null;
    return feed.archive().month() == null || alone
        ? List.of()
        : List.of(new Element("archive", NAMESPACE));
  }

  static Link link(String relation, @Nullable String mediaType, String url) {
    Link link = new Link();
    link.setRel(relation);
    link.setType(mediaType);
    link.setHref(url);
    return link;
  }

  private static void add(
      List<Link> links, String relation, String mediaType, @Nullable String url) {
    if (url != null) {
      links.add(link(relation, mediaType, url));
    }
  }
}
