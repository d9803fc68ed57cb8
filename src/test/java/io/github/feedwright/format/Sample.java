package io.github.feedwright.format;

import io.github.feedwright.content.Media;
import io.github.feedwright.feed.Category;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Related;
import io.github.feedwright.settings.Person;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Channels and entries with something in every field, to be varied. */
final class Sample {
  static final OffsetDateTime DATE = OffsetDateTime.parse("2024-02-10T10:00:00+01:00");
  static final Person ADA =
      new Person("Ada Example", "ada@example.org", "https://ada.example.org/");
  static final Person ADA_ALONE = new Person("Ada Example", null, null);
  static final Media SOUND = new Media("https://media.example.org/a.mp3", 1_234_567, "audio/mpeg");
  static final Media FILM = new Media("https://media.example.org/b.mp4", 0, "video/mp4");
  static final Media PAPER = new Media("https://media.example.org/c.pdf", 4_321, "application/pdf");

  static final Channel CHANNEL =
      new Channel(
          "Example Journal",
          "Notes from the workshop",
          "https://blog.example.org/",
          "en",
          ADA,
          "© 2024 Ada Example & others",
          "https://blog.example.org/icon.png",
          "https://blog.example.org/logo.svg",
          Duration.ofMinutes(5),
          List.of());

  private Sample() {}

  static Channel titled(String title, String description) {
    return new Channel(
        title,
        description,
        CHANNEL.homePage(),
        CHANNEL.language(),
        ADA,
        description,
        CHANNEL.icon(),
        CHANNEL.logo(),
        CHANNEL.maxAge(),
        List.of());
  }

  static Channel bare(Duration maxAge) {
    return new Channel(
        "Bare",
        "Only what must be",
        CHANNEL.homePage(),
        CHANNEL.language(),
        null,
        null,
        null,
        null,
        maxAge,
        List.of());
  }

  static Category tag(String slug, String label) {
    return new Category(slug, label, "https://feeds.example.org/tags/");
  }

  static Building entry(String slug, @Nullable String title) {
    return new Building(slug, title);
  }

  /** An entry in the making. */
  static final class Building {
    private final @Nullable String title;
    private String id;
    private @Nullable String guid;
    private String link;
    private @Nullable Related related;
    private OffsetDateTime published = DATE;
    private @Nullable OffsetDateTime updated;
    private List<Person> authors = List.of(ADA);
    private List<Category> categories =
        List.of(
            new Category("releases", "Releases", "https://feeds.example.org/categories/"),
            tag("c++", "C++"));
    private String summary = "A summary of it.";
    private @Nullable String html = "<p>A <em>summary</em> of it.</p>\n<p>And the rest.</p>";
    private @Nullable String language;
    private @Nullable String image;
    private List<Media> media = List.of();

    private Building(String slug, @Nullable String title) {
      this.title = title;
      this.id = "tag:blog.example.org,2013:" + slug;
      this.link = "https://blog.example.org/2024/02/" + slug + "/";
    }

    Building id(String iri, String text) {
      id = iri;
      guid = text;
      return this;
    }

    Building link(String url) {
      link = url;
      return this;
    }

    Building related(Related other) {
      related = other;
      return this;
    }

    Building published(String date) {
      published = OffsetDateTime.parse(date);
      return this;
    }

    Building updated(String date) {
      updated = OffsetDateTime.parse(date);
      return this;
    }

    Building authors(Person... people) {
      authors = List.of(people);
      return this;
    }

    Building categories(Category... terms) {
      categories = List.of(terms);
      return this;
    }

    Building summary(String text) {
      summary = text;
      return this;
    }

    Building html(@Nullable String content) {
      html = content;
      return this;
    }

    Building language(String code) {
      language = code;
      return this;
    }

    Building image(String name) {
      image = "https://blog.example.org/images/" + name;
      return this;
    }

    Building media(Media... files) {
      media = List.of(files);
      return this;
    }

    Entry build() {
      return new Entry(
          id,
          guid == null ? id : guid,
          link,
          related,
          title,
          published,
          updated == null ? published : updated,
          authors,
          categories,
          summary,
          html,
          language,
          image,
          media,
          List.of());
    }
  }
}
