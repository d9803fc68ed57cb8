package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents put together from written entries are what ROME would have made in one go. */
final class SpliceTest {
  @ParameterizedTest
  @EnumSource
  void rssIsTheSameSplicedAndWhole(Cases each) throws FeedException {
    Feed feed = each.feed();
    RssFormat format = new RssFormat();
    var channel = RssChannel.of(feed, format);
    channel.setItems(feed.entries().stream().map(RssItem::of).toList());
    Element root = generated(channel);
    RssFormat.finish(feed, root);
    List<Element> items = root.getChild("channel").getChildren("item");
    for (int i = 0; i < items.size(); i++) {
      RssFormat.finish(feed.entries().get(i), items.get(i));
    }
    assertThat(each.in(format))
        .isEqualTo(
            new XmlWriter(Namespace.NO_NAMESPACE, RssFormat.NAMESPACES)
                .document(root, List.of(), "</rss>")
                .toArray());
  }

  @ParameterizedTest
  @EnumSource
  void atomIsTheSameSplicedAndWhole(Cases each) throws FeedException {
    Feed feed = each.feed();
    AtomFormat format = new AtomFormat();
    var whole = AtomHead.of(feed, format);
    whole.setEntries(feed.entries().stream().map(AtomEntry::of).toList());
    Element root = generated(whole);
    AtomFormat.finish(feed, root);
    List<Element> entries = root.getChildren("entry", AtomFormat.ATOM);
    for (int i = 0; i < entries.size(); i++) {
      AtomFormat.finish(feed.entries().get(i), entries.get(i));
    }
    assertThat(each.in(format))
        .isEqualTo(
            new XmlWriter(AtomFormat.ATOM, AtomFormat.NAMESPACES)
                .document(root, List.of(), "</feed>")
                .toArray());
  }

  @ParameterizedTest
  @EnumSource
  void anEntryIsTheSameInEveryDocument(Cases each) {
    for (FeedFormat format : FeedFormats.all()) {
      for (Entry entry : each.feed().entries()) {
        assertThat(each.in(format)).asString().contains(format.entry(entry).toString());
      }
    }
  }

  private static Element generated(WireFeed feed) throws FeedException {
    return new WireFeedOutput().outputJDom(feed).getRootElement();
  }
}
