package io.github.feedwright.edition.entry;

import io.github.feedwright.library.Library;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a scope's feed, newest first: prepared, or made for whoever asks first.
 *
 * @param prepared the entries; null if they are made on demand
 * @param maker makes them from the library of a snapshot
 */
public record FeedWindow(
    @Nullable List<RenderedEntry> prepared,
    Function<Library, CompletableFuture<List<RenderedEntry>>> maker) {
  /** Entries that are prepared. */
  public static FeedWindow of(List<RenderedEntry> prepared) {
    return new FeedWindow(prepared, any -> CompletableFuture.completedFuture(prepared));
  }

  /** The entries as they are in the snapshot of a library. */
  public CompletableFuture<List<RenderedEntry>> entries(Library library) {
    return maker.apply(library);
  }
}
