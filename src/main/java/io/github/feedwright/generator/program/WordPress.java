package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import java.util.regex.Pattern;

/** Posts that were exported from WordPress. */
public record WordPress() implements Generator {
  private static final Pattern EXPORTED =
      Pattern.compile("(?m)^(?:wordpress_id|wordpress_url|author_login|post_id):");

  @Override
  public String name() {
    return "wordpress";
  }

  @Override
  public String title() {
    return "WordPress";
  }

  @Override
  public boolean isShownBy(String start) {
    return EXPORTED.matcher(start).find();
  }
}
