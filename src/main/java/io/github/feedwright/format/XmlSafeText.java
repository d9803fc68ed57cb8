package io.github.feedwright.format;

import io.github.feedwright.content.Media;
import io.github.feedwright.feed.Category;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.feed.Related;
import io.github.feedwright.settings.Person;
import org.jspecify.annotations.Nullable;

/**
 * Text without the code points that XML 1.0 forbids (section 2.2). JDOM throws on them, so one of
 * them would break every feed with the entry; JSON cannot hold lone surrogates. The noncharacters
 * from U+FDD0 to U+FDEF, which XML allows and discourages, are for use within a program.
 */
final class XmlSafeText {
  private XmlSafeText() {}

  /** The text without forbidden code points; line ends become LF, as XML readers see them. */
  static String of(String text) {
    if (isPlainlyLegal(text)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(XmlSafeText::isLegal)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  static Entry of(Entry entry) {
    return new Entry(
        of(entry.id()),
        of(entry.guid()),
        of(entry.link()),
        of(entry.related()),
        orNull(entry.title()),
        entry.published(),
        entry.updated(),
        entry.authors().stream().map(XmlSafeText::person).toList(),
        entry.categories().stream().map(XmlSafeText::of).toList(),
        of(entry.summary()),
        orNull(entry.html()),
        orNull(entry.language()),
        orNull(entry.image()),
        entry.media().stream().map(XmlSafeText::of).toList(),
        entry.translations());
  }

  static Feed of(Feed feed) {
    return new Feed(
        of(feed.channel()),
        of(feed.idBase()),
        of(feed.directory()),
        feed.updated(),
        feed.entries(),
        feed.archive());
  }

  private static Channel of(Channel channel) {
    Person author = channel.author();
    return new Channel(
        of(channel.title()),
        of(channel.description()),
        of(channel.homePage()),
        of(channel.language()),
        author == null ? null : person(author),
        orNull(channel.rights()),
        orNull(channel.icon()),
        orNull(channel.logo()),
        channel.maxAge(),
        channel.hubs());
  }

  private static Person person(Person person) {
    return new Person(of(person.name()), orNull(person.email()), orNull(person.url()));
  }

  private static Category of(Category category) {
    return new Category(of(category.term()), of(category.label()), of(category.scheme()));
  }

  private static Media of(Media media) {
    return new Media(of(media.url()), media.length(), of(media.type()));
  }

  private static @Nullable Related of(@Nullable Related related) {
    return related == null ? null : new Related(of(related.relation()), of(related.url()));
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /** A quick check: most texts need no copy. One with an emoji is copied needlessly. */
  private static boolean isPlainlyLegal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= Character.MIN_SURROGATE || (c < ' ' && c != '\n' && c != '\t')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLegal(int c) {
    return (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && !(c >= 0xFDD0 && c <= 0xFDEF))
        || c >= 0x10000
        || c == '\n'
        || c == '\t';
  }
}
