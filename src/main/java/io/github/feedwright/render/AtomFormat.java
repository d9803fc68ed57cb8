package io.github.feedwright.render;

import com.rometools.rome.io.FeedException;
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
public final class AtomFormat implements FeedFormat {
  static final String MEDIA_TYPE = "application/atom+xml";

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  /** Only namespaces that the W3C validator knows: it warns about others, even if unused. */
  private static final List<Namespace> NAMESPACES =
      List.of(History.NAMESPACE, Namespace.getNamespace("media", "http://search.yahoo.com/mrss/"));

  private static final String TAIL = "</feed>";

  private final AtomGenerator generator = new AtomGenerator();
  private final XmlWriter writer = new XmlWriter(ATOM, NAMESPACES);

  @Override
  public String name() {
    return "atom";
  }

  @Override
  public String title() {
    return "Atom 1.0";
  }

  @Override
  public String fileName() {
    return "atom.xml";
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public Fragment entry(Entry entry) {
    Entry legal = LegalText.of(entry);
    Element element = generator.entry(AtomEntry.of(legal));
    finish(legal, element);
    return Fragment.of(writer.element(element, 1));
  }

  @Override
  public byte[] document(Feed feed, List<Fragment> entries) {
    Feed legal = LegalText.of(feed);
    try {
      Element root = generator.generate(AtomHead.of(legal, this)).getRootElement();
      finish(legal, root);
      return writer.document(root, entries, TAIL);
    } catch (FeedException e) {
      throw new IllegalStateException("Atom feed " + feed.idBase(), e);
    }
  }

  XmlWriter writer() {
    return writer;
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
    return Timestamps.distinct(entry.updated(), LegalText.of(entry.id()));
  }

  private static void setLanguage(Element element, @Nullable String language) {
    if (language != null) {
      element.setAttribute("lang", language, Namespace.XML_NAMESPACE);
    }
  }
}
