package io.github.feedwright.content.url;

import io.github.feedwright.library.Targets;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.MediaTypes;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.Url;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the references of one post that lead nowhere: to a file that is not there, or that nobody
 * gets. A generator may publish more than the posts directory, so that a reference counts only if
 * the file would have to be in it:
 *
 * <ul>
 *   <li>a relative path of a Markdown file, or of a file with a known extension. If it contains
 *       {@code ..}, or the post's page is not a folder, pages next to it may be meant: then its
 *       folder has to hold other files.
 *   <li>a path from the top of the site, if its folder in the posts directory holds other files,
 *       and posts have their pages on this server.
 *   <li>an address of the site, also as a path from the post's page, as {@link DeadAddresses} says.
 * </ul>
 */
final class DeadReferences {
  private static final String NO_FILE = "there is no such file; ";
  private static final String ADD = "add it next to the post, or fix the path";
  private static final String ADD_IMAGE =
      "add it next to the post, fix the path, or set posts.image-base";

  private final Settings settings;
  private final Targets targets;
  private final String path;
  private final Url page;
  private final Set<Reference> uses;
  private final UrlResolver urls;

  /**
   * A finder for one post.
   *
   * @param path the post's file, below the posts directory
   * @param page the post's permalink
   * @param uses where to record everything that was looked up
   */
  DeadReferences(
      Settings settings,
      Targets targets,
      String path,
      Url page,
      Set<Reference> uses,
      UrlResolver urls) {
    this.settings = settings;
    this.targets = targets;
    this.path = path;
    this.page = page;
    this.uses = uses;
    this.urls = urls;
  }

  /** Why a reference leads nowhere, and what to do; null if it does not, as far as is known. */
  @Nullable Fault fault(String written, boolean isImage) {
    if (FileReference.isPost(written) || FileReference.pelicans(written) != null) {
      return null;
    }
    Url url = Url.parse(written);
    Url resolved = url.resolve(page);
    String at = urls.belowSite(resolved);
    if (url.isPathRelative()) {
      String relative = PercentEncoding.decode(url.path());
      String beside = FilePath.resolve(path, relative);
      return beside == null || relative.endsWith("/") || !FileReference.isName(beside)
          ? pageBeside(relative, resolved, isImage)
          : relative(url, relative, beside, at, isImage);
    }
    if (at == null || !FileReference.isName(at)) {
      return null;
    }
    return isKnown(at) || file(at) != null ? absolute(at) : address(resolved);
  }

  private @Nullable Fault relative(
      Url url, String relative, String beside, @Nullable String onPage, boolean isImage) {
    if (FileReference.isMarkdown(relative)) {
      return urls.asPost(url) == null ? Fault.of(noPost(beside)) : null;
    }
    String own = FilePath.resolve(path, PostPaths.stem(path) + "/" + relative);
    boolean isKnown = isKnown(relative);
    for (String each : new @Nullable String[] {beside, own, isKnown ? onPage : null}) {
      Attachment file = each == null || !FileReference.isName(each) ? null : file(each);
      if (file != null) {
        return unserved(file);
      }
    }
    Attachment published = onPage == null ? null : PublishedFiles.find(onPage, targets, uses);
    if (published != null) {
      return unserved(published);
    }
    if (!isKnown) {
      return pageBeside(relative, url.resolve(page), isImage);
    }
    boolean isOfSite = isImage && settings.posts().imageBase() != null;
    return isOfSite || (mayBeOfSite(relative) && !holdsFiles(beside))
        ? null
        : Fault.of(
            NO_FILE
                + targets.nearestFile(beside).map(this::meant).orElse(isImage ? ADD_IMAGE : ADD));
  }

  /** A link to a page, seen from the post's own page; files may be elsewhere. */
  private @Nullable Fault pageBeside(String relative, Url resolved, boolean isImage) {
    return isImage || isKnown(relative) || FileReference.isMarkdown(relative)
        ? null
        : address(resolved);
  }

  /** A post that is not shown has its own address all the same. */
  private @Nullable Fault address(Url url) {
    DeadAddresses addresses = DeadAddresses.of(settings, targets, uses);
    return addresses == null || url.path().equals(page.path())
        ? null
        : Fault.of(addresses.fault(url));
  }

  private @Nullable Fault absolute(String at) {
    if (!settings.hasPostPages() || !isKnown(at) || FilePath.folder(at).isEmpty()) {
      return null;
    }
    Attachment file = file(at);
    if (file != null) {
      return unserved(file);
    }
    return holdsFiles(at)
        ? Fault.of(
            NO_FILE
                + targets
                    .nearestFile(at)
                    .map(near -> didYouMean(settings.site().url().getPath() + near))
                    .orElse("add it, or fix the path"))
        : null;
  }

  private boolean isKnown(String at) {
    return settings.posts().mediaTypes().of(at) != null;
  }

  private boolean mayBeOfSite(String relative) {
    return !PostPaths.isIndex(path)
        && (!page.path().endsWith("/") || Arrays.asList(relative.split("/", -1)).contains(".."));
  }

  private boolean holdsFiles(String at) {
    String folder = FilePath.folder(at);
    boolean holds = targets.holdsFiles(folder);
    uses.add(new Reference.FolderLink(folder, holds));
    return holds;
  }

  private @Nullable Attachment file(String at) {
    Attachment file = targets.file(at);
    uses.add(new Reference.FileLink(at, file));
    return file;
  }

  private @Nullable Fault unserved(Attachment file) {
    return switch (file.access()) {
      case EVERYBODY, LINKED, PAGE -> null;
      // A generator publishes every file of a page bundle together with its page.
      case UNKNOWN_TYPE ->
          settings.hasPostPages() || !PostPaths.isIndex(path) ? unknownType(file.path()) : null;
      case PRIVATE ->
          isOwn(file.path())
              ? null
              : Fault.of(
                  "the file belongs to a post that is not published; move the file, or publish the"
                      + " post");
    };
  }

  /** The files of a post that is not shown are shown together with it. */
  private boolean isOwn(String file) {
    String at = Nfc.of(file);
    return at.startsWith(Nfc.of(FilePath.beside(path, "")))
        && PostPaths.ownFolders(path).stream()
            .anyMatch(folder -> folder.isEmpty() || at.startsWith(folder + "/"));
  }

  private static Fault unknownType(String file) {
    String extension = MediaTypes.extension(file);
    String text =
        extension.isEmpty()
            ? "the post uses files without an extension, which are not served; give them one"
            : "the post uses files that end in ."
                + extension
                + ", which are not served; add "
                + Quoted.of(extension)
                + " to posts.media-types";
    return new Fault(text, true);
  }

  private String noPost(String at) {
    return "there is no such post, or it is not published; "
        + targets.nearestPost(at).map(this::meant).orElse("fix the path");
  }

  private String meant(String file) {
    return didYouMean(FilePath.relative(path, file));
  }

  private static String didYouMean(String near) {
    return "did you mean " + Quoted.of(near) + "?";
  }
}
