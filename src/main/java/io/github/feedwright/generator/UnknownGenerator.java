package io.github.feedwright.generator;

import java.util.Map;

/** A generator that was not found out: the rules for none, and nothing that may be private. */
public record UnknownGenerator() implements Generator {
  /** The only one. */
  public static final Generator INSTANCE = new UnknownGenerator();

  /** No value of {@code posts.generator}. */
  @Override
  public String name() {
    return "unknown";
  }

  @Override
  public String title() {
    return "an unknown generator";
  }

  @Override
  public boolean splitsAuthors(String key, Map<String, String> configured) {
    return true;
  }

  /** VuePress and others do not refuse it either, and the post is published. */
  @Override
  public boolean repeatsKeys() {
    return true;
  }

  @Override
  public boolean hasUndatedPages() {
    return false;
  }
}
