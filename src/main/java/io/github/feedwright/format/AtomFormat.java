package io.github.feedwright.format;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.Atom10Generator;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.text.Escape;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287), with Media RSS and the archives of RFC 5005. */
public final class AtomFormat extends XmlFormat {
  static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  /** Only namespaces that the W3C validator knows: it warns about others, even if unused. */
  static final List<Namespace> NAMESPACES =
      List.of(
          FeedHistory.NAMESPACE, Namespace.getNamespace("media", "http://search.yahoo.com/mrss/"));

  private final Generator generator = new Generator();

  /** The format, for any number of feeds. */
  public AtomFormat() {
    super("atom", "Atom 1.0", new XmlWriter(ATOM, NAMESPACES), 1, "</feed>");
  }

  @Override
  Element element(Entry entry) throws FeedException {
    Element element = generator.entry(AtomEntry.of(entry));
    finish(entry, element);
    return element;
  }

  @Override
  Element root(Feed feed) throws FeedException {
    Element root = generator.generate(AtomHead.of(feed, this)).getRootElement();
    finish(feed, root);
    return root;
  }

  /** Adds what ROME's model cannot hold: offsets, fractions of seconds, the language. */
  static void finish(Entry entry, Element element) {
    element.getChild("published", ATOM).setText(Timestamps.rfc3339(entry.published()));
    element.getChild("updated", ATOM).setText(Timestamps.rfc3339(updated(entry)));
    setLanguage(element, entry.language());
  }

  /** Adds what ROME's model cannot hold: the offset, the language, rights as HTML. */
  static void finish(Feed feed, Element root) {
    OffsetDateTime updated =
        feed.entries().stream()
            .map(AtomFormat::updated)
            .max(Comparator.comparing(OffsetDateTime::toInstant))
            .orElse(feed.updated());
    root.getChild("updated", ATOM).setText(Timestamps.rfc3339(updated));
    setLanguage(root, feed.channel().language());
    Element rights = root.getChild("rights", ATOM);
    if (rights != null && Escape.isMarkup(rights.getText())) {
      rights.setAttribute("type", "html").setText(Escape.text(rights.getText()));
    }
  }

  private static OffsetDateTime updated(Entry entry) {
    return Timestamps.distinct(entry.updated(), XmlSafeText.of(entry.id()));
  }

  private static void setLanguage(Element element, @Nullable String language) {
    if (language != null) {
      element.setAttribute("lang", language, Namespace.XML_NAMESPACE);
    }
  }

  /** ROME's generator, which can also generate a single entry. */
  private static final class Generator extends Atom10Generator {
    Element entry(com.rometools.rome.feed.atom.Entry entry) throws FeedException {
      Element feed = new Element("feed", ATOM);
      addEntry(entry, feed);
      return feed.getChild("entry", ATOM).detach();
    }
  }
}
