package io.github.feedwright.library;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Posts as their files would give them. */
public final class Posts {
  private Posts() {}

  /** The settings of a configuration's text. */
  public static Settings settings(String yaml) {
    SettingsResult reading =
        SettingsReader.read(yaml, "config.yaml", Path.of(""), FeedFormats.names());
    if (reading instanceof SettingsResult.Valid valid) {
      return valid.settings();
    }
    throw new IllegalArgumentException(reading.toString());
  }

  /** A site with a pinned id. */
  public static Settings settings() {
    return settings(
        """
        site:
          title: Example Journal
          url: https://blog.example.org/
          id: tag:blog.example.org,2013
        """);
  }

  /** A library without posts, in which every path is free. */
  public static Library emptyLibrary(Settings settings) {
    return Library.empty(settings, path -> false);
  }

  /** A file next to posts that everybody gets. */
  public static Attachment attachment(String path, long size) {
    return new Attachment(path, size, Attachment.Access.EVERYBODY, null);
  }

  /** A post of a file, whose front matter is given without its fences. */
  public static Post post(String path, String frontMatter) {
    return post(settings(), path, frontMatter, "Text.\n");
  }

  /** A post of a file under a configuration. */
  public static Post post(Settings settings, String path, String frontMatter, String body) {
    String file = "---\n" + frontMatter.strip() + "\n---\n" + body;
    ParsedPost reading =
        new PostParser(settings, Authors.none()).parse(path, file.getBytes(StandardCharsets.UTF_8));
    if (reading instanceof ParsedPost.Understood understood) {
      return understood.post();
    }
    throw new IllegalArgumentException(path + " is no post: " + reading);
  }
}
