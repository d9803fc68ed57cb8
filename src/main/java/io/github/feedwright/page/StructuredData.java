package io.github.feedwright.page;

import io.github.feedwright.text.XmlText;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What a post says about itself for programs: {@code BlogPosting} of schema.org, in JSON-LD. */
final class StructuredData {
  private StructuredData() {}

  static Head.Article article(PostPage post) {
    String published = PageDate.machine(post.date());
    String modified = post.updated() == null ? null : PageDate.machine(post.updated());
    List<String> tags = titles(post.terms().tags());
    List<String> categories = titles(post.terms().categories());
    return new Head.Article(
        published,
        modified,
        post.authors().stream()
            .map(Link::href)
            .filter(Objects::nonNull)
            .map(post.site()::address)
            .toList(),
        categories.isEmpty() ? null : categories.get(0),
        tags,
        json(post, published, modified));
  }

  private static List<String> titles(List<Link> links) {
    return links.stream().map(Link::title).toList();
  }

  /** A less-than sign is in strings only: written as an escape, it can end no script element. */
  private static String json(PostPage post, String published, @Nullable String modified) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      out.writeStringProperty("@context", "https://schema.org");
      out.writeStringProperty("@type", "BlogPosting");
      out.writeStringProperty("headline", XmlText.of(post.title()));
      out.writeStringProperty("url", post.canonical());
      out.writeStringProperty("mainEntityOfPage", post.canonical());
      out.writeStringProperty("datePublished", published);
      some(out, "dateModified", modified);
      out.writeStringProperty("inLanguage", post.language());
      some(out, "description", post.summary().isBlank() ? null : post.summary());
      some(out, "image", post.image());
      authors(out, post);
      List<String> sections = titles(post.terms().categories());
      texts(out, "articleSection", sections);
      texts(out, "keywords", Stream.concat(sections.stream(), tags(post)).distinct().toList());
      out.writeObjectPropertyStart("isPartOf");
      out.writeStringProperty("@type", "Blog");
      out.writeStringProperty("name", XmlText.of(post.site().title()));
      out.writeStringProperty("url", post.site().address(post.site().home()));
      out.writeEndObject();
      out.writeEndObject();
    }
    return text.toString().replace("<", "\\u003c");
  }

  private static Stream<String> tags(PostPage post) {
    return titles(post.terms().tags()).stream();
  }

  private static void authors(JsonGenerator out, PostPage post) {
    if (post.authors().isEmpty()) {
      return;
    }
    out.writeArrayPropertyStart("author");
    for (Link author : post.authors()) {
      out.writeStartObject();
      out.writeStringProperty("@type", "Person");
      out.writeStringProperty("name", XmlText.of(author.title()));
      some(out, "url", author.href() == null ? null : post.site().address(author.href()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void some(JsonGenerator out, String name, @Nullable String value) {
    if (value != null) {
      out.writeStringProperty(name, XmlText.of(value));
    }
  }

  private static void texts(JsonGenerator out, String name, List<String> values) {
    if (!values.isEmpty()) {
      out.writeArrayPropertyStart(name);
      values.stream().map(XmlText::of).forEach(out::writeString);
      out.writeEndArray();
    }
  }
}
