package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.Underscores;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Astro: collections of content, or pages. */
public record Astro() implements Generator {
  /** As github-slugger does, which its collections use. */
  private static final Pattern REFUSED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]");

  @Override
  public String name() {
    return "astro";
  }

  @Override
  public String title() {
    return "Astro";
  }

  @Override
  public List<String> configurations() {
    return List.of(
        "astro.config.mjs",
        "astro.config.js",
        "astro.config.ts",
        "astro.config.mts",
        "astro.config.cjs");
  }

  @Override
  public List<String> contentFolders() {
    return List.of("src/content", "src/pages", "src/data");
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:path/";
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return switch (name) {
      case "path" -> path(post);
      case "slug" -> post.slugOr(slug(post.stem()));
      default -> null;
    };
  }

  /** The slug replaces the path below the collection. */
  private static String path(PostFacts post) {
    List<String> folders = post.folders();
    String slug = post.slug();
    if (slug != null) {
      return folders.isEmpty() ? slug : folders.get(0) + "/" + slug;
    }
    return Arrays.stream(post.bare().split("/")).map(Astro::slug).collect(Collectors.joining("/"));
  }

  private static String slug(String text) {
    return REFUSED.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
  }

  /** A slug with folders replaces those below the collection. */
  @Override
  public @Nullable String pathOf(String path, String slug, Map<String, String> configured) {
    int collection = path.indexOf('/');
    return slug.indexOf('/') < 0 || collection < 0
        ? null
        : "/" + path.substring(0, collection) + "/" + slug + "/";
  }

  @Override
  public List<String> hidingKeys() {
    return List.of("unlisted");
  }

  @Override
  public @Nullable String hides(String path, Map<String, String> configured, List<String> own) {
    return Underscores.hide(path);
  }

  @Override
  public boolean readsMdx() {
    return true;
  }
}
