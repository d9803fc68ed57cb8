package io.github.feedwright.library;

import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.library.file.FileNames;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.NearestNames;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All posts that are shown at one instant: their order, terms, ids, permalinks and aliases, and the
 * files next to them. Immutable; a changed copy costs only what the change touches.
 */
public final class Library implements Targets {
  private final PostIndexer indexer;
  private final PMap<String, IndexedPost> posts;
  private final PostSet syndicated;
  private final TermTable terms;
  private final PostIds ids;
  private final Translations translations;
  private final PostNames names;
  private final AddressTable addresses;
  private final NearestNames nearestFiles;
  private final SiteAddresses onSite;

  private Library(
      PostIndexer indexer,
      PMap<String, IndexedPost> posts,
      PostSet syndicated,
      TermTable terms,
      PostIds ids,
      Translations translations,
      PostNames names,
      AddressTable addresses) {
    this.indexer = indexer;
    this.posts = posts;
    this.syndicated = syndicated;
    this.terms = terms;
    this.ids = ids;
    this.translations = translations;
    this.names = names;
    this.addresses = addresses;
    this.nearestFiles = new NearestNames(() -> addresses.files().served());
    this.onSite = new SiteAddresses(addresses, terms, posts.values());
  }

  /**
   * A library without posts.
   *
   * @param ours whether a path below {@code feeds.url} is one of the server's own, which comes
   *     before posts
   */
  public static Library empty(Settings settings, Predicate<String> ours) {
    PostIndexer indexer = PostIndexer.of(settings);
    return new Library(
        indexer,
        TreePMap.empty(),
        PostSet.EMPTY,
        TermTable.EMPTY,
        PostIds.none(indexer),
        Translations.NONE,
        new PostNames(TreePMap.empty(), null),
        AddressTable.none(settings, ours));
  }

  /** With a post, in place of the previous post of the same file. */
  public Library with(Post post) {
    Library rest = without(post.path());
    IndexedPost indexed = indexer.index(post);
    PMap<String, IndexedPost> more = rest.posts.plus(post.path(), indexed);
    boolean inFeeds = post.syndication().inFeeds();
    return new Library(
        indexer,
        more,
        inFeeds && indexed.inMain() ? rest.syndicated.plus(post) : rest.syndicated,
        inFeeds ? rest.terms.with(indexed) : rest.terms,
        rest.ids.with(indexed),
        rest.translations.with(indexed),
        rest.names.with(more, lookup -> lookup.with(indexed)),
        rest.addresses.with(indexed));
  }

  /** Without the post of a file. */
  public Library without(String path) {
    IndexedPost indexed = posts.get(path);
    if (indexed == null) {
      return this;
    }
    PMap<String, IndexedPost> fewer = posts.minus(path);
    return new Library(
        indexer,
        fewer,
        syndicated.minus(indexed.post()),
        terms.without(indexed),
        ids.without(indexed),
        translations.without(indexed),
        names.with(fewer, lookup -> lookup.without(indexed)),
        addresses.without(indexed));
  }

  /** With other files next to posts. */
  public Library with(FileNames files) {
    return new Library(
        indexer, posts, syndicated, terms, ids, translations, names, addresses.with(files));
  }

  /** What this library knows of a post; also of one that is not, or no longer, in it. */
  IndexedPost indexed(Post post) {
    IndexedPost known = posts.get(post.path());
    return known != null && known.post().equals(post) ? known : indexer.index(post);
  }

  /**
   * The terms of a post, each in the post's own spelling (the first, if it has several), as readers
   * see them in this post's entry.
   */
  public List<SpelledTerm> terms(Post post) {
    return indexed(post).terms();
  }

  /** The post of a file, or null. */
  public @Nullable Post post(String path) {
    IndexedPost indexed = posts.get(path);
    return indexed == null ? null : indexed.post();
  }

  /** How many posts there are, including those kept out of feeds. */
  public int size() {
    return posts.size();
  }

  /** Every post, including those kept out of feeds, in no order. */
  public Iterable<Post> all() {
    return () -> posts.values().stream().map(IndexedPost::post).iterator();
  }

  /** The posts that the site's feed may contain. */
  public PostSet syndicated() {
    return syndicated;
  }

  /** The posts of a term that feeds may contain; none for a term without posts. */
  public PostSet posts(Term term) {
    return terms.posts(term);
  }

  /** The terms of a taxonomy that have posts, by slug. */
  public Set<Term> terms(Taxonomy taxonomy) {
    return terms.of(taxonomy);
  }

  /**
   * The spelling that is the title of a term: the most common one, else the oldest post's; if no
   * post has it, its configured title or its slug.
   */
  public String title(Term term) {
    return terms.posts(term).isEmpty() ? indexer.terms().title(term) : terms.title(term);
  }

  /** The id of a post of this library: an IRI that holds for ever (RFC 4287, section 4.2.6). */
  public String id(Post post) {
    return ids.id(indexed(post));
  }

  /** The id of a post as its author, or a former generator, wrote it; it may be any text. */
  public String guid(Post post) {
    return ids.guid(indexed(post));
  }

  /**
   * The id that a post would have if files and {@code ids.tsv} alone decided, and not also what was
   * published before: that of each server that starts without a memory.
   */
  public String guidByFiles(Post post) {
    return ids.guidByFiles(indexed(post));
  }

  /** Where the id of a post of this library comes from. */
  public Origin origin(Post post) {
    return ids.origin(indexed(post));
  }

  /**
   * The path of a post below {@code site.url}, not percent-encoded. It is unique: if the path that
   * its author wants is taken by another post, a file or the server, it is another one.
   */
  public String permalink(Post post) {
    return addresses.permalink(indexed(post));
  }

  /** The permalink that a post has where nothing else is at that path. */
  public String wantedPermalink(Post post) {
    return indexed(post).permalink();
  }

  /**
   * The old paths that redirect to a post: those that are not a permalink, an older post's or a
   * file's.
   */
  public List<String> aliases(Post post) {
    return addresses.aliases(indexed(post));
  }

  /**
   * The posts of this library and of the one before it whose id, permalink or aliases, or what is
   * reported of these, may differ between the two. Of thousands that want one name, only the one
   * that has it is affected by another that wants it.
   *
   * @param left posts only in the library before
   * @param arrived posts only in this library
   * @param files the files next to posts that may have changed
   */
  public Set<Post> affected(
      Library before, Set<Post> left, Set<Post> arrived, Collection<String> files) {
    Set<Post> affected = new LinkedHashSet<>(left);
    affected.addAll(arrived);
    if (left.size() == before.size() && arrived.size() == size()) {
      return affected; // All, as at a start.
    }
    List<IndexedPost> changed = new ArrayList<>();
    left.forEach(post -> changed.add(before.indexed(post)));
    arrived.forEach(post -> changed.add(indexed(post)));
    addPosts(affected, ids.affected(before.ids, changed, posts));
    addPosts(affected, translations.affected(before.translations, Set.copyOf(affected)));
    addPosts(affected, addresses.affected(before.addresses, changed, files));
    return affected;
  }

  private static void addPosts(Set<Post> to, Collection<IndexedPost> posts) {
    posts.forEach(each -> to.add(each.post()));
  }

  @Override
  public @Nullable String permalink(String name) {
    IndexedPost named = names.find(name);
    return named == null ? null : addresses.permalink(named);
  }

  @Override
  public @Nullable Attachment file(String path) {
    return files().find(path);
  }

  @Override
  public boolean holdsFiles(String folder) {
    return files().holdsServed(folder);
  }

  @Override
  public Optional<String> nearestFile(String path) {
    return nearestFiles.to(path);
  }

  @Override
  public Optional<String> nearestPost(String path) {
    return names.nearest(path);
  }

  @Override
  public SiteAddresses addresses() {
    return onSite;
  }

  /** A post and its translations, each in another language; empty if it has none. */
  public List<Post> translations(Post post) {
    return translations.of(post);
  }

  /** The files next to posts. */
  public FileNames files() {
    return addresses.files();
  }

  Clashes clashes() {
    return new Clashes(ids, addresses);
  }

  /** Which of a post's addresses are taken by the server, a file or another post. */
  List<Problem> shadowed(Post post) {
    return new ShadowedAddresses(addresses).of(indexed(post));
  }
}
