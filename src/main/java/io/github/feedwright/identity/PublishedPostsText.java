package io.github.feedwright.identity;

import io.github.feedwright.identity.PublishedPost.Origin;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What readers last saw of each post, as a text: a line that names the form and the number of
 * posts, and a line with tabs for each post. An incomplete text is ignored: posts that are missing
 * from it would count as new ones.
 */
public final class PublishedPostsText {
  private static final String FORM = "published 1";
  private static final int FIELDS = 11;
  private static final String NOTHING = "-";

  private PublishedPostsText() {}

  /** Writes posts. */
  public static String write(PublishedPosts posts) {
    StringBuilder text = new StringBuilder();
    line(text, FORM, Integer.toString(posts.all().size()), posts.rules());
    posts.all().stream().sorted((a, b) -> a.path().compareTo(b.path())).forEach(p -> line(text, p));
    return text.toString();
  }

  private static void line(StringBuilder text, PublishedPost post) {
    String number = post.wordpressId();
    line(
        text,
        post.path(),
        post.id(),
        post.origin().name(),
        post.published().toString(),
        post.updated().toString(),
        post.textHash(),
        post.permalink(),
        number == null ? NOTHING : number,
        String.join(" ", new TreeSet<>(post.keptFrom())),
        Boolean.toString(post.isGone()),
        post.title());
  }

  private static void line(StringBuilder text, String... fields) {
    for (String field : fields) {
      text.append(escaped(field)).append('\t');
    }
    text.setCharAt(text.length() - 1, '\n');
  }

  private static String escaped(String field) {
    // All posts are written after each edit: nearly every field is plain.
    return isPlain(field)
        ? field
        : field
            .replace("\\", "\\\\")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r");
  }

  private static boolean isPlain(String field) {
    for (int i = 0; i < field.length(); i++) {
      if (field.charAt(i) < ' ' || field.charAt(i) == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Reads posts; none if the text is incomplete or has another form. */
  public static PublishedPosts read(String text) {
    List<String[]> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(line.split("\t", -1)));
    if (!text.endsWith("\n") || !isHead(lines.get(0), lines.size() - 1)) {
      return PublishedPosts.NONE;
    }
    PublishedPosts posts = PublishedPosts.NONE.withRules(plain(lines.get(0)[2]));
    for (String[] line : lines.subList(1, lines.size())) {
      PublishedPost post = post(line);
      if (post == null) {
        return PublishedPosts.NONE;
      }
      posts = posts.with(post);
    }
    return posts;
  }

  private static boolean isHead(String[] fields, int posts) {
    return fields.length == 3
        && fields[0].equals(FORM)
        && fields[1].equals(Integer.toString(posts));
  }

  private static @Nullable PublishedPost post(String[] fields) {
    if (fields.length != FIELDS) {
      return null;
    }
    String[] plain = Stream.of(fields).map(PublishedPostsText::plain).toArray(String[]::new);
    try {
      return new PublishedPost(
          plain[0],
          plain[1],
          Origin.valueOf(plain[2]),
          OffsetDateTime.parse(plain[3]),
          OffsetDateTime.parse(plain[4]),
          plain[10],
          plain[5],
          plain[6],
          plain[7].equals(NOTHING) ? null : plain[7],
          plain[8].isEmpty() ? Set.of() : Set.of(plain[8].split(" ", -1)),
          Boolean.parseBoolean(plain[9]));
    } catch (DateTimeException | IllegalArgumentException otherForm) {
      return null;
    }
  }

  private static String plain(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < field.length(); at++) {
      char c = field.charAt(at);
      if (c == '\\' && at + 1 < field.length()) {
        at++;
        plain.append(
            switch (field.charAt(at)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> field.charAt(at);
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
