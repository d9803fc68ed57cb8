package io.github.feedwright.content;

import io.github.feedwright.library.Posts;
import io.github.feedwright.library.Targets;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.FilePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders the text of one post beside whose file lie a few others. */
public record Rendered(Settings settings, Targets targets) {
  public static final String ADDRESS = "https://blog.example.org/2024/a/";

  /** What ids of the post begin with. */
  public static final String PREFIX = "p470c777c-";

  public static Rendered plain() {
    return with("feeds: {url: \"https://feeds.example.org/\"}");
  }

  /** With more configuration below that of the site. */
  public static Rendered with(String yaml) {
    Settings settings =
        Posts.settings(
            """
            site:
              title: Example & Sons
              url: https://blog.example.org/
              id: tag:blog.example.org,2013
            """
                + yaml);
    return new Rendered(settings, new Beside());
  }

  public Content of(String body) {
    return of("", body);
  }

  public Content of(String frontMatter, String body) {
    return of("posts/2024-01-01-a.md", frontMatter, body);
  }

  public Content of(String path, String frontMatter, String body) {
    return render(Posts.post(settings, path, "title: T\ndate: 2024-01-01\n" + frontMatter, body));
  }

  public Content render(Post post) {
    return new ContentRenderer(settings).render(post, ADDRESS, targets, () -> false);
  }

  /** The HTML of a Markdown body, without the newline at its end. */
  public String html(String body) {
    return of(body).html().strip();
  }

  /** The problems of a Markdown body, as {@code check} prints them. */
  public List<String> problems(String body) {
    return of(body).problems().stream().map(Object::toString).toList();
  }

  /** Two posts and three files. */
  private record Beside() implements Targets {
    private static final Map<String, String> POSTS =
        Map.of(
            "2023-05-06-old", "/2023/old/",
            "posts/2023-05-06-old.md", "/2023/old/",
            "inside/index.md", "/inside/");
    private static final Map<String, Long> FILES =
        Map.of(
            "posts/pic.png",
            123L,
            "posts/2024-01-01-a/x.png",
            7L,
            "posts/images/cover.jpg",
            8L,
            "posts/a b/é.mp3",
            4567L,
            "images/top.jpg",
            89L);

    @Override
    public @Nullable String permalink(String name) {
      return POSTS.get(name.startsWith("/") ? name.substring(1) : name);
    }

    @Override
    public @Nullable Attachment file(String path) {
      Long size = FILES.get(path);
      return size == null ? null : Posts.attachment(path, size);
    }

    @Override
    public boolean holdsFiles(String folder) {
      return FILES.keySet().stream().anyMatch(path -> FilePath.folder(path).equals(folder));
    }

    @Override
    public Optional<String> nearestFile(String path) {
      return Optional.empty();
    }

    @Override
    public Optional<String> nearestPost(String path) {
      return Optional.empty();
    }
  }
}
