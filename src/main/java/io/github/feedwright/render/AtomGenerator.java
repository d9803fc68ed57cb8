package io.github.feedwright.render;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.Atom10Generator;
import org.jdom2.Element;

/** ROME's generator, which can also generate a single entry. */
final class AtomGenerator extends Atom10Generator {
  Element entry(Entry entry) {
    Element feed = new Element("feed", getFeedNamespace());
    try {
      addEntry(entry, feed);
    } catch (FeedException e) {
      throw new IllegalStateException("Atom entry " + entry.getId(), e);
    }
    return feed.getChild("entry", getFeedNamespace()).detach();
  }
}
