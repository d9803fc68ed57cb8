package io.github.feedwright.generator.rule;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that begin with an underscore: parts of other posts, or notes that are not published. */
public final class Underscores {
  private static final Pattern NAME = Pattern.compile("(?:^|.*/)_(?!posts/|index\\.|drafts/).*");

  private Underscores() {}

  public static @Nullable String hide(String path) {
    return NAME.matcher(path).matches() ? "a name in its path begins with an underscore" : null;
  }
}
