package io.github.feedwright.render;

import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.RSS20Generator;
import org.jdom2.Element;

/** ROME's generator, which can also generate a single item. */
final class RssGenerator extends RSS20Generator {
  Element item(Item item) {
    Element channel = new Element("channel");
    try {
      addItem(item, channel, 0);
    } catch (FeedException e) {
      throw new IllegalStateException("RSS item " + item.getLink(), e);
    }
    return channel.getChild("item").detach();
  }
}
