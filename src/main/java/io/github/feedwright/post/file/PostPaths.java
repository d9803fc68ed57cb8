package io.github.feedwright.post.file;

import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which files of a directory can be posts, judged by their paths only.
 *
 * @param onlyPostsFolders whether only {@code _posts} and {@code _drafts} hold posts
 * @param readsMdx whether {@code .mdx} files can be posts
 * @param knowsPostsFolders whether a {@code _posts} folder means that others hold no posts
 */
public record PostPaths(boolean onlyPostsFolders, boolean readsMdx, boolean knowsPostsFolders) {
  /**
   * What Bundler downloads, which includes themes with sample posts; Jekyll ignores the same
   * folders.
   */
  private static final Pattern FETCHED =
      Pattern.compile("(?:^|/)vendor/(?:bundle|cache|gems|ruby)/");

  private static final Pattern LANGUAGE =
      Pattern.compile("[a-z]{2}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\\d{3}))?");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /**
   * The rule for a directory: with a {@code _posts} folder anywhere in it, only {@code _posts} and
   * {@code _drafts} hold posts (Jekyll). An empty one counts too: if the only post was withdrawn,
   * the pages must not become posts.
   *
   * @param folders every folder's path below the directory, with {@code /}
   * @param readsMdx whether {@code .mdx} files can be posts
   * @param knowsPostsFolders whether the generator has this rule
   */
  public static PostPaths in(
      Collection<String> folders, boolean readsMdx, boolean knowsPostsFolders) {
    return new PostPaths(
        knowsPostsFolders
            && folders.stream()
                .map(folder -> folder + "/")
                .filter(PostPaths::isInPostsFolder)
                .anyMatch(folder -> !isFetched(folder)),
        readsMdx,
        knowsPostsFolders);
  }

  /** Whether a file was downloaded by Bundler, so is not the author's. */
  public static boolean isFetched(String path) {
    return FETCHED.matcher(path).find();
  }

  /** Whether the file can be a post; its front matter decides whether it is one. */
  public boolean isPost(String path) {
    List<String> segments = Arrays.asList(path.split("/"));
    List<String> folders = segments.subList(0, segments.size() - 1);
    return isText(path)
        && !isSection(path)
        && (!onlyPostsFolders || folders.contains("_posts") || folders.contains("_drafts"));
  }

  /**
   * Whether the file is read: it can be a post, or is the page of a section, which may turn
   * everything below into drafts.
   */
  public boolean isRead(String path) {
    return isPost(path) || (isSection(path) && isText(path));
  }

  private boolean isText(String path) {
    String name = name(path);
    return PostName.hasExtension(name)
        && (readsMdx || !PostName.isMdx(name))
        && !isConflict(name)
        && !isFetched(path)
        && Arrays.stream(path.split("/")).noneMatch(PostPaths::isLeftover);
  }

  /**
   * The stem of a post's path: its file name with its date and without extensions; for a page
   * bundle, the folder's.
   */
  public static String stem(String path) {
    return PostName.of(path).stem();
  }

  /**
   * The folders whose files may belong to the post: a page bundle or a section; else those named
   * like its file (Hexo, Middleman), with and without the language of a translation. In Unicode
   * NFC.
   */
  public static Set<String> ownFolders(String path) {
    if (isIndex(path)) {
      String folder = Nfc.of(FilePath.folder(path));
      return folder.isEmpty() && !isSection(path) ? Set.of() : Set.of(folder);
    }
    String untranslated = PostName.of(path).untranslated();
    return new TreeSet<>(List.of(namesake(path), Nfc.of(FilePath.beside(path, untranslated))));
  }

  /** The path of the folder that is named exactly like a post's file. In Unicode NFC. */
  public static String namesake(String path) {
    return Nfc.of(FilePath.beside(path, PostName.of(path).stem()));
  }

  /** Whether a file is the index of its folder: of a page bundle (Hugo) or of a section. */
  public static boolean isIndex(String path) {
    return name(path).startsWith("index.") || isSection(path);
  }

  /** Whether a file is Hugo's or Zola's page of a section, in any language. */
  public static boolean isSection(String path) {
    return name(path).startsWith("_index.");
  }

  private static String name(String path) {
    return FilePath.name(path).toLowerCase(Locale.ROOT);
  }

  /**
   * The folders that contain a file, from the outermost, each with a slash at its end: {@code a/}.
   */
  public static List<String> foldersAbove(String path) {
    List<String> folders = new ArrayList<>(List.of(""));
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      folders.add(path.substring(0, at + 1));
    }
    return folders;
  }

  /**
   * Whether the first folder has the form of a language code, such as {@code fr} or {@code pt-br},
   * that is not the site's. It does not depend on which languages are configured.
   *
   * @param site the site's language, as a BCP 47 tag
   */
  public static boolean isTranslated(String path, String site) {
    String folder =
        path.substring(0, Math.max(0, path.indexOf('/')))
            .replace('_', '-')
            .toLowerCase(Locale.ROOT);
    String own = site.toLowerCase(Locale.ROOT);
    return LANGUAGE.matcher(folder).matches()
        && LANGUAGES.contains(folder.substring(0, 2))
        && !own.equals(folder)
        && !own.startsWith(folder + "-");
  }

  /** Whether a file is in a {@code _posts} folder: Jekyll has no page bundles there. */
  public static boolean isInPostsFolder(String path) {
    return path.startsWith("_posts/") || path.contains("/_posts/");
  }

  /** The same without its date. */
  public static String slug(String path) {
    return PostName.of(path).slug();
  }

  /** The words of a post's file name, if it has any: its title if nothing else gives one. */
  public static String words(String path) {
    return PostName.of(path).words();
  }

  /** Whether a file needs a fence to be a post, because it may be something else. */
  public static boolean needsFence(String path) {
    String name = name(path);
    return !PostName.isMarkdown(name) || name.startsWith("readme.") || isSection(path);
  }

  /**
   * The files that editors put next to a file: {@code .x.md}, {@code .#x.md}, {@code #x.md#},
   * {@code ~x}.
   */
  private static boolean isLeftover(String segment) {
    return segment.startsWith(".")
        || segment.startsWith("~$")
        || (segment.startsWith("#") && segment.endsWith("#"));
  }

  /**
   * The copies that Syncthing, Dropbox, Nextcloud and Resilio make of a file that changed in two
   * places.
   */
  private static boolean isConflict(String name) {
    return name.contains(".sync-conflict-")
        || name.contains("conflicted copy")
        || name.contains("_conflict-")
        || name.contains(".conflict.");
  }
}
