package io.github.feedwright.format;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.module.SyModuleImpl;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Image;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.settings.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a feed, without its items, into ROME's channel. */
final class RssChannel {
  /** The allowed types of {@code image} (RSS 2.0, "image"); the validator warns about others. */
  private static final List<String> IMAGES = List.of(".jpg", ".jpeg", ".gif", ".png");

  private RssChannel() {}

  static Channel of(Feed feed, FeedFormat format) {
    Channel channel = new Channel("rss_2.0");
    describe(channel, feed.channel());
    channel.setLastBuildDate(Timestamps.date(feed.updated()));
    channel.setForeignMarkup(FeedHistory.marks(feed));
    channel.setModules(List.of(links(feed, format), schedule(feed.channel().maxAge())));
    return channel;
  }

  private static void describe(Channel channel, io.github.feedwright.feed.Channel source) {
    channel.setTitle(RssItem.plain(source.title()));
    channel.setLink(source.homePage());
    channel.setDescription(RssItem.plain(source.description()));
    channel.setLanguage(source.language());
    String rights = source.rights();
    channel.setCopyright(rights == null ? null : RssItem.plain(rights));
    channel.setManagingEditor(editor(source.author()));
    channel.setGenerator(FeedFormats.GENERATOR);
    channel.setTtl((int) Math.max(1, source.maxAge().toMinutes()));
    channel.setImage(image(channel, source));
  }

  private static @Nullable String editor(@Nullable Person author) {
    return author == null ? null : Byline.of(author).mailbox();
  }

  private static @Nullable Image image(Channel channel, io.github.feedwright.feed.Channel source) {
    return Stream.of(source.icon(), source.logo())
        .filter(RssChannel::isImage)
        .findFirst()
        .map(url -> image(channel, url))
        .orElse(null);
  }

  /** Title and link must equal the channel's. */
  private static Image image(Channel channel, String url) {
    Image image = new Image();
    image.setTitle(channel.getTitle());
    image.setUrl(url);
    image.setLink(channel.getLink());
    // ROME's default is -1, which it would write.
    image.setWidth(null);
    image.setHeight(null);
    return image;
  }

  private static boolean isImage(@Nullable String url) {
    return url != null && IMAGES.stream().anyMatch(url.toLowerCase(Locale.ROOT)::endsWith);
  }

  private static Module links(Feed feed, FeedFormat format) {
    AtomLinkModuleImpl links = new AtomLinkModuleImpl();
    links.setLinks(FeedHistory.links(feed, format.fileName(), format.mediaType()));
    return links;
  }

  /** How often per period, with the shortest period that fits. */
  private static Module schedule(Duration maxAge) {
    SyModule schedule = new SyModuleImpl();
    long seconds = Math.max(60, maxAge.toSeconds());
    if (seconds <= 3600) {
      return of(schedule, SyModule.HOURLY, 3600 / seconds);
    }
    return seconds <= 86_400
        ? of(schedule, SyModule.DAILY, 86_400 / seconds)
        : of(schedule, SyModule.WEEKLY, Math.max(1, 604_800 / seconds));
  }

  private static Module of(SyModule schedule, String period, long frequency) {
    schedule.setUpdatePeriod(period);
    schedule.setUpdateFrequency((int) frequency);
    return schedule;
  }
}
