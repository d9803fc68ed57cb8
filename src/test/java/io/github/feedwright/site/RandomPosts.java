package io.github.feedwright.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A directory of posts that refer to each other in many ways, and random edits of it. */
final class RandomPosts {
  /** Settings with everything that one post shows of others. */
  static final String SETTINGS =
      """
      languages: [en, cs]
      redirects: {/moved/: /about/}
      notes:
        - {text: "Written by {author}: [comment](mailto:ada@example.org?subject={title})", place: end}
        - {text: "![](pic0.png)", to: [tag/t1], in: [feeds]}
      """;

  private static final int POSTS = 14;
  private static final List<String> TEXTS =
      List.of(
          "See [that](%s).\n",
          "First.\n\n<!--more-->\n\nSecond, [there](%s#part).\n",
          "![A picture](pic%d.png)\n",
          "A [page of a term](/tags/t%d/), and [a post](/2014/04/%02d/post/).\n",
          "# A heading\n\nText *%d*.\n",
          "- [ ] Item %d\n");

  private final Path directory;
  private final Random random;

  RandomPosts(Path directory, long seed) throws IOException {
    this.directory = directory;
    this.random = new Random(seed);
    for (int number = 0; number < POSTS; number++) {
      post(number);
    }
    picture(0);
    picture(2);
    authors();
  }

  /** Does one of the things that people do; returns what. */
  String edit() throws IOException {
    int number = random.nextInt(POSTS);
    return switch (random.nextInt(9)) {
      case 0 -> delete(number);
      case 1 -> rename(number);
      case 2 -> picture(random.nextInt(3));
      case 3 -> removePicture(random.nextInt(3));
      case 4 -> authors();
      case 5 -> id(number);
      default -> post(number);
    };
  }

  private static String name(int number) {
    return number % 4 == 3
        ? "2014-04-%02d-post.cs.md".formatted(number)
        : "2014-04-%02d-post.md".formatted(number % 4 == 2 ? number + 1 : number);
  }

  private String post(int number) throws IOException {
    StringBuilder text = new StringBuilder("---\n");
    line(text, 4, "title: Title " + random.nextInt(5));
    line(text, 2, "tags: [t" + random.nextInt(4) + ", T" + random.nextInt(4) + "]");
    line(text, 2, "category: C" + random.nextInt(3));
    line(text, 2, "author: " + List.of("ada", "Bob", "Eve").get(random.nextInt(3)));
    line(text, 1, "draft: true");
    line(text, 1, "publishDate: 2026-01-0" + (1 + random.nextInt(9)));
    line(text, 1, "expiryDate: 2026-01-0" + (1 + random.nextInt(9)));
    line(text, 1, "aliases: [/old/" + random.nextInt(3) + "/]");
    line(text, 1, "permalink: /own/" + random.nextInt(3) + "/");
    line(text, 1, "link: https://example.com/" + random.nextInt(3));
    line(text, 1, "image: pic" + random.nextInt(3) + ".png");
    line(text, 1, "enclosure: " + file(2));
    line(text, 1, "lastmod: 2014-05-0" + (1 + random.nextInt(9)));
    line(text, 1, "feed: false");
    text.append("---\n");
    String pattern = TEXTS.get(random.nextInt(TEXTS.size()));
    int other = random.nextInt(POSTS);
    text.append(
        pattern.contains("%s")
            ? pattern.formatted(name(other))
            : pattern.formatted(other % 4, other));
    Files.writeString(directory.resolve(name(number)), text);
    return "write " + name(number) + "\n" + text;
  }

  private void line(StringBuilder text, int ofFive, String line) {
    if (random.nextInt(ofFive == 1 ? 8 : 5) < ofFive) {
      text.append(line).append('\n');
    }
  }

  private String delete(int number) throws IOException {
    Files.deleteIfExists(directory.resolve(name(number)));
    return "delete " + name(number);
  }

  private String rename(int number) throws IOException {
    Path from = directory.resolve(name(number));
    Path to = directory.resolve("2014-03-%02d-moved.md".formatted(number + 1));
    if (Files.exists(from)) {
      Files.move(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(to);
    }
    return "rename " + from.getFileName();
  }

  private static String file(int number) {
    return number == 2 ? "bell.mp3" : "pic" + number + ".png";
  }

  private String picture(int number) throws IOException {
    int length = 1 + random.nextInt(50);
    Files.writeString(directory.resolve(file(number)), "x".repeat(length));
    return "picture " + number + " of " + length;
  }

  private String removePicture(int number) throws IOException {
    Files.deleteIfExists(directory.resolve(file(number)));
    return "remove picture " + number;
  }

  private String authors() throws IOException {
    String text = "ada: {name: Ada " + random.nextInt(3) + ", url: 'https://ada.example.org/'}\n";
    Files.writeString(directory.resolve("authors.yml"), text);
    return text;
  }

  private String id(int number) throws IOException {
    String line = name(number) + "\ttag:example.org,2014:" + random.nextInt(3) + "\n";
    Files.writeString(directory.resolve("ids.tsv"), random.nextInt(3) == 0 ? "" : line);
    return "ids.tsv: " + line;
  }
}
