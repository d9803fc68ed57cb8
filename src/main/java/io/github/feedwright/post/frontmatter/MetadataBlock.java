package io.github.feedwright.post.frontmatter;

import io.github.feedwright.post.value.DateText;
import io.github.feedwright.post.value.MalformedDate;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Null;
import io.github.feedwright.yaml.Scalar;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Key: value} lines up to the first blank line (Pelican, MultiMarkdown). */
final class MetadataBlock implements Dialect {
  private static final Pattern FIELD =
      Pattern.compile(" {0,3}([A-Za-z][A-Za-z0-9_. -]{0,60}):[ \t]*(.*)");

  /** How an author says that the first lines are not fields. */
  private static final String PROSE =
      "; if the file starts with its text, put two lines --- above it";

  private static final Set<String> OF_A_POST = Set.of("title", "date");

  @Override
  public @Nullable FrontMatter read(String text, long limit) throws UnreadablePost {
    if (!FIELD.matcher(line(text, 0)).matches()) {
      return null;
    }
    int end = end(text);
    String block = text.substring(0, end);
    List<String> lines = List.of(block.split("\n"));
    if (!isOfAPost(lines)) {
      return null;
    }
    FrontMatter.refuseTooLong(block, 1, limit);
    refuseProse(lines);
    int body = Math.min(end + line(text, end).length() + 1, text.length());
    return new FrontMatter(fields(lines), text.substring(body), DecodedText.lines(text, body));
  }

  /** A single line with an invalid date may be a field or prose: the author must say which. */
  private static void refuseProse(List<String> lines) throws UnreadablePost {
    Matcher field = FIELD.matcher(lines.get(0));
    if (lines.size() > 1 || !field.matches() || !key(lines.get(0)).equals("date")) {
      return;
    }
    try {
      // The zone does not matter for whether it is a date.
      DateText.read(field.group(2), ZoneOffset.UTC);
    } catch (MalformedDate malformed) {
      throw FrontMatter.malformed(
          1,
          new Value(field.group(1), field.group(2).strip(), 1)
              + " "
              + malformed.getMessage()
              + PROSE);
    }
  }

  private static boolean isOfAPost(List<String> lines) {
    return lines.stream().anyMatch(line -> OF_A_POST.contains(key(line)));
  }

  private static String key(String line) {
    Matcher field = FIELD.matcher(line);
    return field.matches() ? field.group(1).strip().toLowerCase(Locale.ROOT) : "";
  }

  private static Mapping fields(List<String> lines) throws UnreadablePost {
    List<Mapping.Field> fields = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < lines.size(); ) {
      Matcher field = FIELD.matcher(lines.get(i));
      if (!field.matches()) {
        throw FrontMatter.malformed(
            i + 1,
            Quoted.of(lines.get(i))
                + " is not a field of the front matter; write Key: value, or a blank line before"
                + " the text"
                + PROSE);
      }
      String key = field.group(1).strip();
      if (!seen.add(key.toLowerCase(Locale.ROOT))) {
        throw FrontMatter.malformed(i + 1, key + ": is written twice; keep one");
      }
      int next = i + 1;
      while (next < lines.size() && continues(lines.get(next))) {
        next++;
      }
      fields.add(new Mapping.Field(key, i + 1, value(field.group(2).strip(), lines, i, next)));
      i = next;
    }
    return new Mapping(fields, 1);
  }

  private static Node value(String first, List<String> lines, int line, int next) {
    StringBuilder text = new StringBuilder(first);
    for (String more : lines.subList(line + 1, next)) {
      text.append(text.isEmpty() ? "" : "\n").append(more.strip());
    }
    return text.isEmpty() ? new Null(line + 1) : new Scalar(text.toString(), true, line + 1);
  }

  private static boolean continues(String line) {
    return line.startsWith("    ") || line.startsWith("\t");
  }

  /** Where the first blank line begins, or the end of the text. */
  private static int end(String text) {
    int start = 0;
    while (start < text.length()) {
      String line = line(text, start);
      if (line.isBlank()) {
        return start;
      }
      start += line.length() + 1;
    }
    return text.length();
  }

  private static String line(String text, int start) {
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
