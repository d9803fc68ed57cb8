package io.github.feedwright.format;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import io.github.feedwright.feed.Channel;
import java.util.List;

/** Turns a feed, without its entries, into ROME's Atom feed. */
final class AtomHead {
  private AtomHead() {}

  static Feed of(io.github.feedwright.feed.Feed source, FeedFormat format) {
    Feed feed = new Feed("atom_1.0");
    feed.setId(source.id(format.name()));
    feed.setUpdated(Timestamps.date(source.updated()));
    feed.setOtherLinks(FeedHistory.links(source, format.fileName(), format.mediaType()));
    feed.setForeignMarkup(FeedHistory.marks(source));
    describe(feed, source.channel());
    return feed;
  }

  private static void describe(Feed feed, Channel channel) {
    feed.setTitleEx(AtomText.plain(channel.title()));
    feed.setSubtitle(AtomText.plain(channel.description()));
    feed.setAlternateLinks(List.of(FeedHistory.link("alternate", "text/html", channel.homePage())));
    feed.setAuthors(
        channel.author() == null ? List.of() : List.of(AtomText.person(channel.author())));
    feed.setRights(channel.rights());
    feed.setIcon(channel.icon());
    feed.setLogo(channel.logo());
    feed.setGenerator(generator());
  }

  private static Generator generator() {
    Generator generator = new Generator();
    generator.setValue(FeedFormats.GENERATOR);
    return generator;
  }
}
