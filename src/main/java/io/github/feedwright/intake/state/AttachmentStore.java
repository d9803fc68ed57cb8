package io.github.feedwright.intake.state;

import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.library.file.Attachment.Access;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.thread.PublishingThread;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files next to posts, and which of them are served: a file in a page bundle, in a folder named
 * like a post, or below, is as private as the post. If it is unclear which post a folder belongs
 * to, all of them must be shown. Other files are private to nobody.
 */
@PublishingThread
final class AttachmentStore {
  /** By path; all spellings of a name are one key. */
  private final NavigableMap<String, ListedFile> files =
      new TreeMap<>(Comparator.comparing(Nfc::of).thenComparing(Comparator.naturalOrder()));

  private final Map<String, Set<String>> posts = new HashMap<>();
  private final Map<String, Set<String>> owners = new HashMap<>();

  /** Whether the content of a folder may be served, by each folder that belongs to a post. */
  private final Map<String, Boolean> bundles = new HashMap<>();

  /**
   * A file was listed; null if it is gone.
   *
   * @return whether anything about it has changed
   */
  boolean put(String path, @Nullable ListedFile file) {
    ListedFile before = file == null ? files.remove(path) : files.put(path, file);
    return !Objects.equals(before, file);
  }

  /** The file at a path, served or not; null if there is none. */
  @Nullable ListedFile get(String path) {
    return files.get(path);
  }

  /** The file at a path, as private as the post that it belongs to; null if there is none. */
  @Nullable Attachment attachment(String path) {
    ListedFile file = files.get(path);
    if (file == null) {
      return null;
    }
    boolean isHidden = file.disk() != null && isPrivate(path);
    Access access = isHidden ? Access.PRIVATE : file.access();
    return new Attachment(path, file.size(), access, file.page());
  }

  private boolean isPrivate(String path) {
    String at = folder(path);
    Boolean shows = bundles.get(at);
    while (shows == null && !at.isEmpty()) {
      at = folder(at);
      shows = bundles.get(at);
    }
    return Boolean.FALSE.equals(shows);
  }

  /**
   * Updates what is served after posts were read, added or removed.
   *
   * @param refreshed the files of these posts
   * @param known whether a file is a post, shown or not
   * @param shows whether the post of a file is shown
   * @return the files that are served now and were not before, or the reverse
   */
  Set<String> follow(Set<String> refreshed, Predicate<String> known, Predicate<String> shows) {
    Set<String> folders = new HashSet<>();
    for (String path : refreshed) {
      boolean isPost = known.test(path);
      boolean was = note(posts, folder(path), path, isPost);
      Set<String> own = PostPaths.ownFolders(path);
      for (String folder : own) {
        was |= note(owners, folder, path, isPost);
      }
      if (was || isPost) {
        folders.add(folder(path));
        folders.addAll(own);
      }
    }
    Set<String> touched = new HashSet<>();
    for (String folder : folders) {
      Boolean now = shows(folder, shows);
      Boolean before = now == null ? bundles.remove(folder) : bundles.put(folder, now);
      if (!Objects.equals(before, now)) {
        touched.addAll(
            folder.isEmpty()
                ? files.keySet()
                : files.subMap(folder + "/", folder + (char) ('/' + 1)).keySet());
      }
    }
    return touched;
  }

  /**
   * Records the content of a folder; returns whether it changed. Almost every folder that a post
   * may own belongs to one post, so a set that can grow is made only for the second one.
   */
  private static boolean note(
      Map<String, Set<String>> byFolder, String folder, String path, boolean isThere) {
    Set<String> paths = byFolder.getOrDefault(folder, Set.of());
    if (paths.contains(path) == isThere) {
      return false;
    }
    if (paths.size() < 2) {
      byFolder.put(folder, isThere ? with(paths, path) : Set.of());
      return true;
    }
    return isThere ? paths.add(path) : paths.remove(path);
  }

  private static Set<String> with(Set<String> paths, String path) {
    if (paths.isEmpty()) {
      return Set.of(path);
    }
    Set<String> more = new HashSet<>(paths);
    more.add(path);
    return more;
  }

  /** Whether the content of a folder may be served; null if the folder belongs to no post. */
  private @Nullable Boolean shows(String folder, Predicate<String> shows) {
    Set<String> own = owners.getOrDefault(folder, Set.of());
    return own.isEmpty()
        ? null
        : posts.getOrDefault(folder, Set.of()).stream().anyMatch(shows)
            || (own.stream().noneMatch(PostPaths::isIndex)
                && nearest(own, folder).stream().allMatch(shows));
  }

  /**
   * The posts whose file is named exactly like the folder; if there are none, those of which it may
   * be a translation: {@code asp.net.md} must not publish the folder of the draft {@code asp.md}.
   */
  private static Set<String> nearest(Set<String> own, String folder) {
    Set<String> namesakes =
        own.stream()
            .filter(path -> PostPaths.namesake(path).equals(folder))
            .collect(Collectors.toSet());
    return namesakes.isEmpty() ? own : namesakes;
  }

  /** The folder of a path, in a form in which all spellings of its name are equal. */
  private static String folder(String path) {
    return Nfc.of(FilePath.folder(path));
  }
}
