package io.github.feedwright.generator.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a post's address may depend on, other than its date.
 *
 * @param path the path of its file below the folder of the generator's content
 * @param slug the last segment of its {@code slug}, or null if it has none
 * @param title its title as plain text; the words of its file name if it has none
 * @param fileSlug its file name, or its page bundle's, without extensions and date
 * @param categories its categories, in the order in which they were written
 */
public record PostFacts(
    String path, @Nullable String slug, String title, String fileSlug, List<String> categories) {
  public PostFacts {
    categories = List.copyOf(categories);
  }

  /** Those of a post without categories. */
  public PostFacts(String path, @Nullable String slug, String title, String fileSlug) {
    this(path, slug, title, fileSlug, List.of());
  }

  private static final Pattern EXTENSION = Pattern.compile("(?:\\.html)?\\.[A-Za-z]+$");
  private static final Pattern DATE =
      Pattern.compile("^\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.Z+-]*)?[-_ ]+(?=.)");

  /** Whether the file is the index of its folder. */
  public boolean isBundle() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.toLowerCase(Locale.ROOT).startsWith("index.") && path.indexOf('/') >= 0;
  }

  /** The path without its extension, and without {@code index}. */
  public String bare() {
    String bare = EXTENSION.matcher(path).replaceFirst("");
    return isBundle() ? bare.substring(0, bare.lastIndexOf('/')) : bare;
  }

  /** The folders that it is in, from the outermost; not that of its own page bundle. */
  public List<String> folders() {
    String bare = bare();
    int slash = bare.lastIndexOf('/');
    return slash < 0 ? List.of() : Arrays.asList(bare.substring(0, slash).split("/"));
  }

  /** Its file name, or its page bundle's, without extension. */
  public String stem() {
    String bare = bare();
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  /** The same without the date at its start. */
  public String undated() {
    return DATE.matcher(stem()).replaceFirst("");
  }

  /** The slug that its author gave, else the other text. */
  public String slugOr(String other) {
    return slug == null ? other : slug;
  }
}
