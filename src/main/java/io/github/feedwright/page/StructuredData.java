package io.github.feedwright.page;

import io.github.feedwright.text.Json;
import io.github.feedwright.text.Json.ObjectWriter;
import io.github.feedwright.text.XmlText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        authors(post).stream().map(Link::href).filter(Objects::nonNull).toList(),
        categories.isEmpty() ? null : categories.get(0),
        tags,
        json(post, published, modified));
  }

  private static List<String> titles(List<Link> links) {
    return links.stream().map(Link::title).toList();
  }

  /** A less-than sign is in strings only: written as an escape, it can end no script element. */
  private static String json(PostPage post, String published, @Nullable String modified) {
    return Json.COMPACT
        .object(out -> write(out, post, published, modified))
        .replace("<", "\\u003c");
  }

  private static void write(
      ObjectWriter out, PostPage post, String published, @Nullable String modified) {
    out.text("@context", "https://schema.org");
    out.text("@type", "BlogPosting");
    out.text("headline", XmlText.of(post.title()));
    out.text("url", post.canonical());
    out.text("mainEntityOfPage", post.canonical());
    out.text("datePublished", published);
    out.text("dateModified", modified);
    out.text("inLanguage", post.language());
    out.text("description", post.summary().isBlank() ? null : XmlText.of(post.summary()));
    out.text("image", post.image());
    out.objects("author", authors(post), StructuredData::write);
    List<String> sections = titles(post.terms().categories());
    texts(out, "articleSection", sections);
    texts(out, "keywords", Stream.concat(sections.stream(), tags(post)).distinct().toList());
    out.object("isPartOf", blog -> write(blog, post.site()));
  }

  private static void write(ObjectWriter out, Link author) {
    out.text("@type", "Person");
    out.text("name", XmlText.of(author.title()));
    out.text("url", author.href());
  }

  /** The post's own, else the site's, with absolute addresses. */
  private static List<Link> authors(PostPage post) {
    Link own = post.site().author();
    return post.authors().isEmpty() && own != null
        ? List.of(own)
        : post.authors().stream().map(author -> absolute(author, post.site())).toList();
  }

  private static Link absolute(Link author, Site site) {
    return new Link(author.title(), author.href() == null ? null : site.address(author.href()));
  }

  private static void write(ObjectWriter out, Site site) {
    out.text("@type", "Blog");
    out.text("name", XmlText.of(site.title()));
    out.text("url", site.address(site.home()));
  }

  private static Stream<String> tags(PostPage post) {
    return titles(post.terms().tags()).stream();
  }

  private static void texts(ObjectWriter out, String name, List<String> values) {
    out.texts(name, values.stream().map(XmlText::of).toList());
  }
}
