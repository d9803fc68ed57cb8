package io.github.feedwright.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes posts as the users of many generators do, and records what each means. The record is made
 * from what was drawn, never from what was written.
 */
final class MixedPosts {
  /** When the posts are read: some are due later, some have expired. */
  static final String NOW = "2026-01-01T00:00:00Z";

  /** A name, and the path segment that it gives. */
  record Named(String written, String slug, String shown) {
    Named(String written, String slug) {
      this(written, slug, written);
    }
  }

  /** What a post means. */
  record Meaning(
      String path,
      String id,
      String title,
      OffsetDateTime date,
      List<Named> authors,
      List<Named> categories,
      List<Named> tags) {}

  static final String AUTHORS = "ada: {name: Ada Example, email: ada@example.org}\n";

  private static final List<Named> PEOPLE =
      List.of(
          new Named("ada", "ada", "Ada Example"),
          new Named("Bob Builder", "bob-builder"),
          new Named("Eve <eve@example.org>", "eve", "Eve"),
          new Named("Zoë", "zoë"));
  private static final List<Named> CATEGORIES =
      List.of(new Named("News", "news"), new Named("news", "news"), new Named("How To", "how-to"));
  private static final List<Named> TAGS =
      List.of(
          new Named("oVirt", "ovirt"),
          new Named("ovirt", "ovirt"),
          new Named("C", "c"),
          new Named("C++", "c++"),
          new Named("C#", "c-sharp"),
          new Named(".NET", "dot-net"),
          new Named("devconf.cz", "devconf.cz"),
          new Named("日本語", "日本語"),
          new Named("Open Source", "open-source"),
          new Named("R&D", "randd"),
          new Named("1.10", "1.10"),
          new Named("true", "true"),
          new Named("2013", "2013"));
  private static final List<Named> TITLES =
      List.of(
          new Named("A plain title", "", "A plain title"),
          new Named("Dash &mdash; and &amp;", "", "Dash — and &"),
          new Named("2013", "", "2013"),
          new Named("No", "", "No"),
          new Named("1.10: what is new", "", "1.10: what is new"));
  private static final List<Map.Entry<String, String>> HIDING =
      List.of(
          Map.entry("published", "false"),
          Map.entry("published", "No"),
          Map.entry("draft", "true"),
          Map.entry("status", "private"),
          Map.entry("publishDate", "2030-01-01"),
          Map.entry("expiryDate", "2020-01-01 10:00:00 +0200"));
  private static final List<Map.Entry<String, String>> SHOWING =
      List.of(
          Map.entry("published", "yes"),
          Map.entry("Draft", "false"),
          Map.entry("status", "publish"),
          Map.entry("layout", "post"),
          Map.entry("comments", "true"),
          Map.entry("excludeRSS", "false"),
          Map.entry("expiryDate", "2030-01-01"));
  private static final List<Map.Entry<String, String>> KEPT_OUT =
      List.of(Map.entry("feed", "false"), Map.entry("hiddenInRss", "true"));

  private final Random random;
  private final List<Meaning> meanings = new ArrayList<>();
  private final Set<String> problems = new TreeSet<>();

  MixedPosts(long seed) {
    random = new Random(seed);
  }

  /** What feeds should hold. */
  List<Meaning> meanings() {
    return meanings;
  }

  /** What is wrong with the posts: {@code file:line: level}. */
  Set<String> problems() {
    return problems;
  }

  void write(Path directory, int count) throws Exception {
    Files.writeString(directory.resolve("authors.yml"), AUTHORS);
    for (int i = 0; i < count; i++) {
      write(directory, "%05d".formatted(i));
    }
  }

  private void write(Path directory, String number) throws Exception {
    MixedDialect dialect = one(List.of(MixedDialect.values()));
    Map<String, Object> fields = new LinkedHashMap<>();
    LocalDateTime local =
        LocalDateTime.of(2000, 1, 1, 0, 0).plusMinutes(random.nextInt(25 * 365 * 24 * 60));
    String path = "post-" + number + ".md";
    OffsetDateTime date = local.atOffset(ZoneOffset.UTC);
    boolean wrong = false;
    switch (random.nextInt(8)) {
      case 0 -> {
        date = local.toLocalDate().atStartOfDay().atOffset(ZoneOffset.UTC);
        path = local.toLocalDate() + "-" + path;
        wrong = random.nextInt(10) == 0;
        if (wrong) {
          fields.put("date", "2013-02-30");
        }
      }
      case 1 -> {
        date = local.toLocalDate().atStartOfDay().atOffset(ZoneOffset.UTC);
        fields.put("path", local.format(DateTimeFormatter.ofPattern("yyyy/MM/dd")) + "/p" + number);
      }
      case 2 -> {
        date = local.toLocalDate().atStartOfDay().atOffset(ZoneOffset.UTC);
        path = local.format(DateTimeFormatter.ofPattern("yyyy/MM/dd")) + "/" + number + "/index.md";
      }
      default -> {
        MixedDate form = one(List.of(MixedDate.values()));
        fields.put("date", form.write(local));
        date = form.means(local);
      }
    }
    Named title = one(TITLES);
    fields.put("title", title.written());
    List<Named> authors = some(PEOPLE, 2);
    List<Named> categories = some(CATEGORIES, 2);
    List<Named> tags = some(TAGS, 4);
    put(fields, dialect, authors.size() == 1 ? "author" : "authors", authors);
    put(fields, dialect, "categories", categories);
    put(fields, dialect, "tags", tags);
    boolean shows = random.nextInt(6) > 0;
    boolean inFeeds = random.nextInt(12) > 0;
    Map.Entry<String, String> flag = one(shows ? SHOWING : HIDING);
    fields.put(flag.getKey(), flag.getValue());
    if (!inFeeds) {
      Map.Entry<String, String> out = one(KEPT_OUT);
      fields.put(out.getKey(), out.getValue());
    }
    if (random.nextInt(25) == 0) {
      fields.remove("status");
      fields.put("status", "in review");
      shows = false;
      wrong = true;
    }
    boolean remnant = random.nextInt(20) == 0;
    String body = "Text " + number + ".\n" + (remnant ? "\nSee {{ page.previous }}.\n" : "");
    String text = dialect.write(fields, body, random);
    if (random.nextInt(2) == 0) {
      text = text.replace("\n", "\r\n");
    }
    if (random.nextInt(9) == 0) {
      text = "\uFEFF" + text;
    }
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (wrong) {
      note(path, text, fields.containsValue("2013-02-30") ? "2013-02-30" : "", "error");
      note(path, text, fields.containsValue("in review") ? "in review" : "", "error");
    }
    if (remnant) {
      note(path, text, "{{ page.previous }}", "warning");
    }
    if (shows && inFeeds) {
      String stem = path.endsWith("/index.md") ? number : path.substring(0, path.length() - 3);
      String id = "tag:blog.example.org,2013:" + stem;
      meanings.add(new Meaning(path, id, title.shown(), date, authors, categories, tags));
    }
  }

  private void note(String path, String text, String value, String level) {
    if (!value.isEmpty()) {
      long line = text.substring(0, text.indexOf(value)).lines().count();
      problems.add(path + ":" + line + ": " + level);
    }
  }

  /** A list as a list, as a nested one, or as one string. */
  private void put(
      Map<String, Object> fields, MixedDialect dialect, String key, List<Named> names) {
    List<String> written = names.stream().map(Named::written).toList();
    if (written.isEmpty()) {
      return;
    }
    boolean plain = random.nextInt(3) == 0 || dialect == MixedDialect.METADATA;
    if (plain) {
      fields.put(key, String.join(", ", written) + (key.equals("tags") ? "," : ""));
      if (written.size() == 1 && key.equals("categories")) {
        // A single name with a blank in it would be two by Jekyll's rule.
        fields.put(key, written.get(0) + ",");
      }
    } else if (random.nextInt(4) == 0 && !key.startsWith("author")) {
      fields.put(key, List.of(written, List.of(written.get(0))));
    } else {
      fields.put(key, written);
    }
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Several, no two of one slug: of those, a post's first spelling counts. */
  private List<Named> some(List<Named> of, int most) {
    Map<String, Named> drawn = new LinkedHashMap<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      Named each = one(of);
      drawn.putIfAbsent(each.slug(), each);
    }
    return List.copyOf(new LinkedHashSet<>(drawn.values()));
  }
}
