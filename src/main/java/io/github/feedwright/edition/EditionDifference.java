package io.github.feedwright.edition;

import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.push.PublishedFeed;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of what readers see differs between two editions.
 *
 * <p>Threads: only {@code publish}.
 */
@PublishingThread
public final class EditionDifference {
  private EditionDifference() {}

  /** Compares the editions of two configurations, each with the pipeline that made it. */
  public static Edition.Changed between(
      Pipeline former, Edition before, Pipeline pipeline, Edition after) {
    Set<String> files = new LinkedHashSet<>();
    before.library().all().forEach(post -> files.add(post.path()));
    after.library().all().forEach(post -> files.add(post.path()));
    Map<String, EntityTag> was = feeds(former, before);
    Map<String, EntityTag> is = feeds(pipeline, after);
    Set<String> addresses = new LinkedHashSet<>(was.keySet());
    addresses.addAll(is.keySet());
    addresses.removeIf(address -> Objects.equals(was.get(address), is.get(address)));
    return new Edition.Changed(posts(before.library(), after.library(), files), addresses.size());
  }

  private static Map<String, EntityTag> feeds(Pipeline pipeline, Edition edition) {
    return pipeline.feeds(edition, edition.scopes()).stream()
        .collect(Collectors.toMap(PublishedFeed::url, each -> each.representation().tag()));
  }

  /** How many posts of some files came, went, or have another text, address or id. */
  @AnyThread
  static int posts(Library before, Library after, Collection<String> files) {
    return (int) files.stream().filter(file -> isChanged(before, after, file)).count();
  }

  private static boolean isChanged(Library before, Library after, String file) {
    @Nullable Post was = before.post(file);
    @Nullable Post is = after.post(file);
    return !Objects.equals(was, is)
        || (was != null
            && is != null
            && !(before.permalink(was).equals(after.permalink(is))
                && before.guid(was).equals(after.guid(is))));
  }
}
