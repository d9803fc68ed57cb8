package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.rule.PostFacts;
import java.util.List;
import java.util.Map;

/**
 * Gatsby and Next: their blogs are programs, which decide where posts are and which are shown. What
 * they have in common is their Markdown with components, and addresses by the paths of files.
 *
 * @param ending what the addresses of posts end in
 */
public record MdxSite(String name, String title, List<String> configurations, String ending)
    implements Generator {
  /** Gatsby. */
  static final Generator GATSBY =
      new MdxSite("gatsby", "Gatsby", List.of("gatsby-config.js", "gatsby-config.ts"), "/");

  /** Next.js. */
  static final Generator NEXT =
      new MdxSite(
          "next", "Next.js", List.of("next.config.js", "next.config.mjs", "next.config.ts"), "");

  private static final List<String> FOLDERS =
      List.of("content/blog", "content/posts", "content", "src/pages", "pages", "posts", "_posts");

  public MdxSite {
    configurations = List.copyOf(configurations);
  }

  @Override
  public List<String> contentFolders() {
    return FOLDERS;
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:path" + ending;
  }

  @Override
  public String pathOf(String path, String slug, Map<String, String> configured) {
    return (slug.startsWith("/") ? "" : "/") + slug + (slug.endsWith("/") ? "" : ending);
  }

  @Override
  public List<String> hidingKeys() {
    return List.of("unlisted");
  }

  @Override
  public boolean readsMdx() {
    return true;
  }
}
