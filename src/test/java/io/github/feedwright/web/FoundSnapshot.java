package io.github.feedwright.web;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A snapshot made by hand, without a page for paths at which there is nothing. */
public record FoundSnapshot(BiFunction<String, @Nullable String, @Nullable Resource> finder)
    implements Snapshot {
  @Override
  public @Nullable Resource find(String path, @Nullable String query) {
    return finder.apply(path, query);
  }

  @Override
  public @Nullable Resource notFound() {
    return null;
  }
}
