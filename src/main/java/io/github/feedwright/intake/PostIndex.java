package io.github.feedwright.intake;

import io.github.feedwright.identity.TextHash;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.thread.PublishingThread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the known files that have the stem, the text or the {@code guid} of a new one. */
@PublishingThread
final class PostIndex {
  private final Map<String, Set<String>> byStem = new HashMap<>();
  private final Map<String, Set<String>> byText = new HashMap<>();
  private final Map<String, Set<String>> byGuid = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> guids = new HashMap<>();

  /**
   * Adds a file, or replaces it.
   *
   * @param guid the id that its post's front matter gives it, or null
   * @param textHash of its post's text; empty where it has none
   */
  void add(String path, @Nullable String guid, String textHash) {
    remove(path);
    add(byStem, PostPaths.stem(path), path);
    if (guid != null) {
      guids.put(path, guid);
      add(byGuid, guid, path);
    }
    if (TextHash.tells(textHash)) {
      texts.put(path, textHash);
      add(byText, textHash, path);
    }
  }

  /** Removes a file. */
  void remove(String path) {
    remove(byStem, PostPaths.stem(path), path);
    String guid = guids.remove(path);
    if (guid != null) {
      remove(byGuid, guid, path);
    }
    String textHash = texts.remove(path);
    if (textHash != null) {
      remove(byText, textHash, path);
    }
  }

  /** Almost every set has one path, so a set that can grow is made only for the second one. */
  private static void add(Map<String, Set<String>> index, String key, String path) {
    index.merge(
        key,
        Set.of(path),
        (before, one) -> {
          Set<String> same = before instanceof HashSet ? before : new HashSet<>(before);
          same.add(path);
          return same;
        });
  }

  private static void remove(Map<String, Set<String>> index, String key, String path) {
    index.computeIfPresent(
        key,
        (same, before) -> {
          if (before instanceof HashSet) {
            before.remove(path);
            return before.isEmpty() ? null : before;
          }
          return before.contains(path) ? null : before;
        });
  }

  /** The files whose posts give themselves this id; none for null. */
  Set<String> withGuid(@Nullable String guid) {
    return guid == null ? Set.of() : byGuid.getOrDefault(guid, Set.of());
  }

  /** The files whose posts have this text. */
  Set<String> withText(String textHash) {
    return byText.getOrDefault(textHash, Set.of());
  }

  /** The files with this stem. */
  Set<String> withStem(String stem) {
    return byStem.getOrDefault(stem, Set.of());
  }
}
