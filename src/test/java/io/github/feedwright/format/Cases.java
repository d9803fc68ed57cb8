package io.github.feedwright.format;

import io.github.feedwright.feed.ArchiveLinks;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.feed.Related;
import io.github.feedwright.settings.Person;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** The feeds that the tests of formats go through; each is named as its golden files are. */
enum Cases {
  PLAIN(
      Sample.CHANNEL,
      new ArchiveLinks(null, YearMonth.of(2024, 2), null),
      Sample.entry("second", "A second post").updated("2024-03-05T10:00:00+01:00").build(),
      Sample.entry("first", "A first post").published("2024-03-01T08:30:00Z").build()),
  EMPTY(Sample.CHANNEL, ArchiveLinks.NONE),
  BARE(
      Sample.bare(Duration.ofHours(6)),
      ArchiveLinks.NONE,
      Sample.entry("bare", "Bare").categories().authors(Sample.ADA_ALONE).build()),
  TITLES(
      Sample.titled("Tips & <Tricks>", "What </p> does, & AT&amp;T"),
      ArchiveLinks.NONE,
      Sample.entry("generic", "Of <T> & \"x\"").build(),
      Sample.entry("end-tag", "What </p> & <p> are").published("2024-02-09T10:00:00Z").build(),
      Sample.entry("reference", "AT&amp;T, R&D2 and ]]>")
          .published("2024-02-08T10:00:00Z")
          .categories(
              Sample.tag("tips-and-tricks", "Tips &amp; \"Tricks\""),
              Sample.tag("b", "<b>bold</b>"))
          .build(),
      Sample.entry("emoji", "Ship it \uD83D\uDE80 שלום עולם")
          .published("2024-02-07T10:00:00Z")
          .build()),
  AUTHORS(
      Sample.bare(Duration.ofDays(2)),
      ArchiveLinks.NONE,
      Sample.entry("two", "Two").authors(Sample.ADA, new Person("Bo", null, null)).build(),
      Sample.entry("one", "One").published("2024-02-09T10:00:00Z").authors(Sample.ADA).build(),
      Sample.entry("address", "An address for a name")
          .published("2024-02-08T10:00:00Z")
          .authors(new Person("cy@example.org", null, "https://cy.example.org/"))
          .build(),
      Sample.entry("odd", "Odd ones")
          .published("2024-02-07T10:00:00Z")
          .authors(
              new Person("Di <di@example.org>", "not an address", "not a URL"),
              new Person("R&D2 </b>", null, "https://ex.example.org/ü"))
          .build(),
      Sample.entry("parenthesis", "A name in RFC 822's syntax")
          .published("2024-02-06T10:00:00Z")
          .authors(new Person("Eve (editor)", "eve@example.org", null))
          .build()),
  ARCHIVE(
      Sample.CHANNEL,
      new ArchiveLinks(YearMonth.of(2024, 2), YearMonth.of(2023, 11), YearMonth.of(2024, 3)),
      Sample.entry("february", "February").build()),
  OLDEST_ARCHIVE(
      Sample.CHANNEL,
      new ArchiveLinks(YearMonth.of(2023, 11), null, YearMonth.of(2024, 2)),
      Sample.entry("november", "November").published("2023-11-02T10:00:00Z").build()),
  LONE_ARCHIVE(
      Sample.CHANNEL,
      new ArchiveLinks(YearMonth.of(2024, 2), null, null),
      Sample.entry("lone", "Lone").build()),
  MEDIA(
      Sample.CHANNEL,
      ArchiveLinks.NONE,
      Sample.entry("three", "Three")
          .image("three.jpg")
          .media(Sample.SOUND, Sample.FILM, Sample.PAPER)
          .build(),
      Sample.entry("one", "One").published("2024-02-09T10:00:00Z").media(Sample.SOUND).build(),
      Sample.entry("none", "None")
          .published("2024-02-08T10:00:00Z")
          .image("a.png?w=1&h=2")
          .build()),
  TEXTS(
      Sample.CHANNEL,
      ArchiveLinks.NONE,
      Sample.entry("summary", "Summary alone").html(null).build(),
      Sample.entry("markup", "Markup in the summary")
          .published("2024-02-09T10:00:00Z")
          .summary("if a < b && c > d, use <pre> & </pre>")
          .build(),
      Sample.entry("content", "Content alone")
          .published("2024-02-08T10:00:00Z")
          .summary("")
          .build(),
      Sample.entry("neither", "Neither <b> nor")
          .published("2024-02-07T10:00:00Z")
          .summary("")
          .html("")
          .build(),
      Sample.entry("pre", "Code")
          .published("2024-02-06T10:00:00Z")
          .html(
              "<pre><code>if (a &lt; b) {\n\treturn \"x\";\n\n}\n</code></pre>\n<p>  ]]&gt; \uD83D\uDE80</p>")
          .build()),
  LINKED(
      Sample.CHANNEL,
      ArchiveLinks.NONE,
      Sample.entry("target", "To the target")
          .link("https://elsewhere.example.com/a?b=1&c=2")
          .related(new Related("via", "https://blog.example.org/target/"))
          .build(),
      Sample.entry("page", "To the page")
          .published("2024-02-09T10:00:00Z")
          .related(new Related("related", "https://elsewhere.example.com/d"))
          .build()),
  TIMES(
      Sample.CHANNEL,
      ArchiveLinks.NONE,
      Sample.entry("fraction", "A fraction").published("2024-02-09T10:00:00.001+02:00").build(),
      Sample.entry("whole", "Whole").published("2024-02-09T10:00:00+02:00").build(),
      Sample.entry("kathmandu", "Kathmandu").published("2024-02-08T10:00:00+05:45").build(),
      Sample.entry("st-johns", "St. John's").published("2024-02-07T23:00:00-03:30").build(),
      Sample.entry("amsterdam", "Old Amsterdam").published("2024-02-06T10:00:00+00:19:32").build()),
  GUIDS(
      Sample.CHANNEL,
      ArchiveLinks.NONE,
      Sample.entry("ghost", "A bare word")
          .id("tag:blog.example.org,2013:5f3c9a2be1", "5f3c9a2be1")
          .build(),
      Sample.entry("japan", "An IRI that is no URI")
          .published("2024-02-09T10:00:00Z")
          .id("https://ex.org/日本/", "https://ex.org/日本/")
          .build(),
      Sample.entry("permalink", "Its own permalink")
          .published("2024-02-08T10:00:00Z")
          .link("https://blog.example.org/2024/02/permalink/")
          .id(
              "https://blog.example.org/2024/02/permalink/",
              "https://blog.example.org/2024/02/permalink/")
          .build(),
      Sample.entry("former", "A former address")
          .published("2024-02-07T10:00:00Z")
          .id("http://old.example.org/?p=17&q=2", "http://old.example.org/?p=17&q=2")
          .build(),
      Sample.entry("text", "No IRI at all")
          .published("2024-02-06T10:00:00Z")
          .id("tag:blog.example.org,2013:R%26D%20%3C1%3E", "R&D <1>")
          .build()),
  LANGUAGES(
      Sample.CHANNEL,
      ArchiveLinks.NONE,
      Sample.entry("french", "Bonjour").language("fr-CA").build(),
      Sample.entry("arabic", "مرحبا").published("2024-02-09T10:00:00Z").language("ar").build());

  @SuppressWarnings("ImmutableEnumChecker") // A record of copied lists; it bears no annotation.
  private final Feed feed;

  Cases(Channel channel, ArchiveLinks archive, Entry... entries) {
    feed =
        new Feed(
            channel,
            "tag:blog.example.org,2013:feed/site",
            "https://feeds.example.org/",
            entries.length == 0 ? Sample.DATE : entries[0].updated(),
            List.of(entries),
            archive);
  }

  Feed feed() {
    return feed;
  }

  String fileName(FeedFormat format) {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + format.name();
  }

  byte[] in(FeedFormat format) {
    return format.document(feed, feed.entries().stream().map(format::entry).toList()).toArray();
  }
}
