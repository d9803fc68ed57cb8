package io.github.feedwright.format;

import io.github.feedwright.content.Media;
import io.github.feedwright.feed.Category;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Related;
import io.github.feedwright.settings.Person;
import io.github.feedwright.text.Json.ObjectWriter;
import org.jspecify.annotations.Nullable;

/** Writes an entry as an item of JSON Feed. */
record JsonItem(Entry entry) {
  void write(ObjectWriter out) {
    out.text("id", entry.id());
    out.text("url", url());
    out.text("external_url", externalUrl());
    out.text("title", entry.title());
    writeContent(out);
    out.text("image", entry.image());
    out.text("date_published", Timestamps.rfc3339(entry.published()));
    out.text("date_modified", Timestamps.rfc3339(entry.updated()));
    out.objects("authors", entry.authors(), JsonItem::writeAuthor);
    out.texts("tags", entry.categories().stream().map(Category::label).distinct().toList());
    out.text("language", entry.language());
    out.objects("attachments", entry.media(), JsonItem::writeAttachment);
  }

  static void writeAuthor(ObjectWriter out, Person author) {
    Byline byline = Byline.of(author);
    out.text("name", byline.name());
    out.text("url", byline.url());
  }

  private static void writeAttachment(ObjectWriter out, Media media) {
    out.text("url", media.url());
    out.text("mime_type", media.type());
    if (media.length() > 0) {
      out.number("size_in_bytes", media.length());
    }
  }

  /** One of the two contents is required; a summary that is the content is not repeated. */
  private void writeContent(ObjectWriter out) {
    String html = entry.html();
    boolean summarised = !entry.summary().isBlank();
    if (html == null || html.isBlank()) {
      out.text("content_text", summarised ? entry.summary() : entry.titleOrFirstWords());
    } else {
      out.text("content_html", html);
      out.text("summary", summarised ? entry.summary() : null);
    }
  }

  /** The post's own page, even if the other formats link to the page that the post is about. */
  private String url() {
    Related related = entry.related();
    return related != null && isOwnPage(related) ? related.url() : entry.link();
  }

  private @Nullable String externalUrl() {
    Related related = entry.related();
    if (related == null) {
      return null;
    }
    return isOwnPage(related) ? entry.link() : related.url();
  }

  private static boolean isOwnPage(Related related) {
    return related.relation().equals("via");
  }
}
