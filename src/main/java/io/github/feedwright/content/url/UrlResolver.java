package io.github.feedwright.content.url;

import io.github.feedwright.library.Targets;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.Slug;
import io.github.feedwright.text.Url;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves the URLs in one post: to absolute addresses, and to files and posts. */
public final class UrlResolver {
  private final Settings settings;
  private final Targets targets;
  private final String path;
  private final String name;
  private final boolean bundle;
  private final Url page;
  private final String address;
  private final Set<Reference> uses = new HashSet<>();

  /**
   * A resolver for one post.
   *
   * @param path the post's file, below the posts directory
   * @param address the post's permalink, absolute
   */
  public UrlResolver(Settings settings, Targets targets, String path, String address) {
    this.settings = settings;
    this.targets = targets;
    this.path = path;
    this.name = PostPaths.stem(path);
    this.bundle = PostPaths.isIndex(path);
    this.page = Url.parse(address).withoutFragment();
    String canonical = page.canonical();
    this.address = canonical == null ? page.path() : canonical;
  }

  /** Everything that was looked up so far. */
  public Set<Reference> uses() {
    return uses;
  }

  /** The post's own address, canonical. */
  public String address() {
    return address;
  }

  /** The absolute address of a link; null if there is none. */
  public @Nullable String link(String written) {
    return absolute(written, page);
  }

  /** The absolute address of an image; null if there is none. */
  public @Nullable String image(String written) {
    String base = settings.posts().imageBase();
    return absolute(written, base == null ? page : Url.parse(base).resolve(site()));
  }

  /**
   * Why a reference that has an address leads nowhere all the same, and what to do about it, as a
   * part of a sentence; null if it does not, as far as is known.
   *
   * @param isImage whether the reference is to an image
   */
  public @Nullable Fault fault(String written, boolean isImage) {
    return new DeadReferences(settings, targets, path, page, uses, this).fault(written, isImage);
  }

  /** The file next to the post that a reference names, or null. */
  public @Nullable Attachment attachment(String written) {
    Url url = Url.parse(written);
    if (!url.isPathRelative()) {
      return null;
    }
    String path = PercentEncoding.decode(url.path());
    Attachment beside = attachmentAt(below(path));
    if (beside == null) {
      // Hexo and Middleman keep a post's files in a folder named like the post's file.
      beside = attachmentAt(below(name + "/" + path));
    }
    return beside == null ? published(url.resolve(page)) : beside;
  }

  /** The served file of a post at an address of this site. */
  private @Nullable Attachment published(Url url) {
    String at = belowSite(url);
    Attachment file = at == null ? null : PublishedFiles.find(at, targets, uses);
    return file != null && file.isServed() ? file : null;
  }

  /** The file that a reference names, by its path from the post or by an address of this site. */
  public @Nullable Attachment ownFile(String written) {
    Attachment beside = attachment(written);
    if (beside != null) {
      return beside;
    }
    Url url = Url.parse(written).resolve(page);
    Attachment named = attachmentAt(belowSite(url));
    return named == null ? published(url) : named;
  }

  /** The path below the posts directory for an address of this site. */
  @Nullable String belowSite(Url url) {
    String below = below(settings.site().url(), url);
    return below == null ? below(settings.feeds().url(), url) : below;
  }

  /** The decoded path below an address that ends with a slash; null if it is elsewhere. */
  static @Nullable String below(URI own, Url url) {
    return own.getRawAuthority().equalsIgnoreCase(url.authority())
            && url.path().startsWith(own.getRawPath())
        ? PercentEncoding.decode(url.path().substring(own.getRawPath().length()))
        : null;
  }

  private @Nullable Attachment attachmentAt(@Nullable String path) {
    if (path == null || !FileReference.isName(path)) {
      return null;
    }
    Attachment file = targets.file(path);
    uses.add(new Reference.FileLink(path, file));
    return file != null && file.isServed() ? file : null;
  }

  /** The absolute permalink of the named post, or null if there is no such post. */
  public @Nullable String post(String name) {
    String permalink = permalink(name);
    // Authors may give paths from the top of their site, which may be above the posts directory.
    for (String top : new String[] {"_posts", directory()}) {
      int from = name.startsWith("/") ? 1 : 0;
      if (permalink == null && name.startsWith(top + "/", from)) {
        permalink = permalink(name.substring(0, from) + name.substring(from + top.length() + 1));
      }
    }
    return permalink == null ? null : ofSite(permalink);
  }

  /**
   * The absolute permalink of the post that Hugo's {@code ref} names: relative to the page, for a
   * page bundle also relative to its parent folder, else from the top; null if there is none or
   * more than one.
   */
  public @Nullable String reference(String name) {
    if (name.startsWith("/")) {
      return post(name);
    }
    List<String> ways = bundle ? List.of(name, "../" + name) : List.of(name);
    for (String way : ways) {
      String path = below(way);
      String permalink = path == null ? null : permalink("/" + path);
      if (permalink != null) {
        return ofSite(permalink);
      }
    }
    return name.startsWith(".") ? null : post("/" + name);
  }

  private @Nullable String permalink(String name) {
    if (!FileReference.isName(name)) {
      return null;
    }
    String permalink = targets.permalink(name);
    uses.add(new Reference.PostLink(name, permalink));
    return permalink == null ? PagesByFile.page(name, settings, targets, uses) : permalink;
  }

  /** The posts directory's own name. */
  private String directory() {
    Path last = settings.posts().directory().normalize().getFileName();
    return last == null ? "" : last.toString();
  }

  /** The address of a path below {@code site.url}. */
  private String ofSite(String path) {
    return settings.site().url() + PercentEncoding.path(path.substring(1));
  }

  private Url site() {
    return Url.parse(settings.site().url().toString());
  }

  /** Removes Pelican's prefix of a file's path: from the root of the posts, or from here. */
  private String withoutPelican(String written) {
    String path = FileReference.pelicans(written);
    if (path == null) {
      return written;
    }
    if (!path.startsWith("/")) {
      return path;
    }
    String fromHere = up() + path.substring(1);
    boolean isThere = asPost(Url.parse(fromHere)) != null || attachment(fromHere) != null;
    return isThere ? fromHere : path;
  }

  /** The address of a page that a generator makes of a folder, if this is its notation for one. */
  private @Nullable String section(String written) {
    int hash = written.indexOf('#');
    String link = PercentEncoding.decode(hash < 0 ? written : written.substring(0, hash));
    String path = settings.posts().generator().listing(link);
    return path == null ? null : ofSite("/" + path) + (hash < 0 ? "" : written.substring(hash));
  }

  /** The address of a page that lists posts. */
  private @Nullable String listing(FileReference.Listing listing) {
    for (Taxonomy each : Taxonomy.values()) {
      if (each.label().equals(listing.kind())) {
        String path = each.plural() + "/" + Slug.of(PercentEncoding.decode(listing.term())) + "/";
        return settings.feeds().url() + PercentEncoding.file(path);
      }
    }
    return site().canonical();
  }

  /** The relative path from the post's folder to the root of the posts. */
  private String up() {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }

  private @Nullable String absolute(String asWritten, Url base) {
    if (TemplateTags.isIn(asWritten)) {
      return null;
    }
    String written = withoutPelican(asWritten);
    String section = section(written);
    if (section != null) {
      return section;
    }
    FileReference.Listing listing = FileReference.listing(written);
    if (listing != null) {
      return listing(listing);
    }
    String slug = FileReference.nikolas(written);
    if (slug != null) {
      return bySlug(slug);
    }
    Url url = Url.parse(written);
    String own = url.isPathRelative() ? beside(url, written) : null;
    if (own != null) {
      return own;
    }
    boolean isFile = url.isPathRelative() && FileReference.isBeside(asWritten);
    if (isFile || FileReference.isPost(asWritten)) {
      return null;
    }
    return url.resolve(url.isPathRelative() ? base : page).canonical();
  }

  /** The address of the post that Nikola knows by a slug, or null. */
  private @Nullable String bySlug(String slug) {
    int hash = slug.indexOf('#');
    String post = post(PercentEncoding.decode(hash < 0 ? slug : slug.substring(0, hash)));
    return post == null || hash < 0 ? post : post + slug.substring(hash);
  }

  /** The address of the post or file that a relative path leads to, or null. */
  private @Nullable String beside(Url url, String written) {
    String post = asPost(url);
    if (post != null) {
      return post + suffix(new Url(null, null, "", null, url.fragment()));
    }
    Attachment attachment = attachment(written);
    if (attachment == null) {
      return null;
    }
    String suffix = suffix(new Url(null, null, "", url.query(), url.fragment()));
    // Files are published under NFC, and a static file server does not normalise paths.
    String path = Nfc.of(attachment.path());
    return settings.feeds().url() + PercentEncoding.file(path) + suffix;
  }

  private static String suffix(Url url) {
    String text = url.canonical();
    return text == null ? "" : text;
  }

  /** A link to the file of another post, as GitHub and Zola ({@code @/path.md}) understand it. */
  @Nullable String asPost(Url url) {
    if (!FileReference.isMarkdown(url.path())) {
      return null;
    }
    String path = PercentEncoding.decode(url.path());
    String name = path.startsWith("@/") ? path.substring(2) : below(path);
    return name == null ? null : post(name);
  }

  private @Nullable String below(String relative) {
    return FilePath.resolve(path, relative);
  }
}
