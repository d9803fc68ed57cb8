package io.github.feedwright.generator;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No generator: posts of all of them are read by one set of rules, which never changes. */
public record NoGenerator() implements Generator {
  /** The only one. */
  public static final Generator INSTANCE = new NoGenerator();

  @Override
  public String name() {
    return "none";
  }

  @Override
  public String title() {
    return "no generator";
  }

  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return MarkdownAdditions.NONE;
  }

  @Override
  public boolean isCautious() {
    return false;
  }

  @Override
  public boolean splitsAuthors(String key, Map<String, String> configured) {
    return true;
  }

  @Override
  public boolean hasUndatedPages() {
    return false;
  }
}
