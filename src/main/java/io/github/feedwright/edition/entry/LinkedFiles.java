package io.github.feedwright.edition.entry;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Media;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.library.file.Attachment.Access;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Escape;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.web.LinkedFile;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.StoredFile;
import io.github.feedwright.web.cache.RepresentationCache;
import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files that are served only if a post that is shown links to them. Which posts do is known only
 * when they are rendered, and most never are: so it is found out at the first request for a file,
 * once for each library, among the posts whose text contains its name.
 *
 * <p>Threads: {@code http} asks, {@code worker} finds out.
 */
public final class LinkedFiles {
  private final String root;
  private final RepresentationCache workers;
  private final BiFunction<Library, Post, Content> renderer;
  private final AtomicReference<@Nullable FileMentions> mentions = new AtomicReference<>();

  /**
   * The linked files of a site.
   *
   * @param renderer renders a post as it is in a library
   */
  public LinkedFiles(
      Settings settings, RepresentationCache workers, BiFunction<Library, Post, Content> renderer) {
    this.root = settings.feeds().url().toString();
    this.workers = workers;
    this.renderer = renderer;
  }

  /** The file of a post that links to a file; the library may leave memory meanwhile. */
  private record Answer(WeakReference<Library> library, CompletableFuture<Optional<String>> post) {}

  /** The resource of a file that is served to somebody, in the snapshot of a library. */
  public Function<Library, Resource> answer(Attachment file, StoredFile stored) {
    if (file.access() == Access.EVERYBODY) {
      return library -> stored;
    }
    AtomicReference<@Nullable Answer> last = new AtomicReference<>();
    return library -> (LinkedFile) () -> linked(library, file.path(), stored, last);
  }

  private CompletableFuture<Optional<StoredFile>> linked(
      Library library, String path, StoredFile file, AtomicReference<@Nullable Answer> last) {
    Answer former = last.get();
    if (former != null && former.library().refersTo(library) && !isFailed(former)) {
      return former.post().thenApply(post -> post.map(found -> file));
    }
    String hint = former == null || !former.post().isDone() ? "" : hint(former);
    CompletableFuture<Optional<String>> asked =
        workers.findOut(() -> linkingPost(library, path, hint));
    last.set(new Answer(new WeakReference<>(library), asked));
    return asked.thenApply(post -> post.map(found -> file));
  }

  private static boolean isFailed(Answer answer) {
    return answer.post().isCompletedExceptionally();
  }

  private static String hint(Answer former) {
    return isFailed(former) ? "" : former.post().join().orElse("");
  }

  /**
   * The file of a post that links to a file.
   *
   * @param hint the one that did before: if it still does, no other is checked
   */
  private Optional<String> linkingPost(Library library, String path, String hint) {
    String address = Escape.html(root + PercentEncoding.file(Nfc.of(path)));
    Post former = library.post(hint);
    if (former != null && linksTo(renderer.apply(library, former), address)) {
      return Optional.of(hint);
    }
    String folder = FilePath.folder(path);
    return mentions(library).of(path).stream()
        .sorted(
            Comparator.comparing((Post post) -> !FilePath.folder(post.path()).equals(folder))
                .thenComparing(Post::path))
        .filter(post -> linksTo(renderer.apply(library, post), address))
        .map(Post::path)
        .findFirst();
  }

  private FileMentions mentions(Library library) {
    FileMentions known = mentions.get();
    if (known == null || known.library() != library) {
      known = FileMentions.of(library);
      mentions.set(known);
    }
    return known;
  }

  private static boolean linksTo(Content content, String address) {
    return holds(content.html(), address)
        || address.equals(content.image())
        || content.media().stream().map(Media::url).anyMatch(address::equals);
  }

  /** Whether a document holds an attribute with the address, with or without a fragment. */
  private static boolean holds(String html, String address) {
    for (int at = html.indexOf(address); at >= 0; at = html.indexOf(address, at + 1)) {
      int end = at + address.length();
      boolean begins = at > 0 && html.charAt(at - 1) == '"';
      if (begins && end < html.length() && "\"#?".indexOf(html.charAt(end)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
