package io.github.feedwright.library;

import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * All posts that are shown at one instant: their order, terms, ids, permalinks and aliases, and the
 * files next to them. Immutable; a changed copy costs only what the change touches.
 */
public final class Library implements Targets {
  private final Rules rules;
  private final PMap<String, IndexedPost> posts;
  private final PostSet syndicated;
  private final PSortedMap<Term, TermPosts> terms;
  private final Claims ids;
  private final Claims stems;
  private final AddressTable addresses;

  /** The parts that do not depend on the posts. */
  private record Rules(Ids ids, Permalinks permalinks, boolean forFeeds) {
    IndexedPost index(Post post) {
      String given = ids.given(post);
      String guid = given == null ? ids.own(post.stem()) : given;
      return new IndexedPost(
          post,
          forFeeds ? IndexedPost.terms(post) : List.of(),
          given,
          guid,
          ids.iri(guid),
          permalinks.of(post),
          post.address().aliases().stream().map(Permalinks::path).distinct().toList());
    }
  }

  private Library(
      Rules rules,
      PMap<String, IndexedPost> posts,
      PostSet syndicated,
      PSortedMap<Term, TermPosts> terms,
      Claims ids,
      Claims stems,
      AddressTable addresses) {
    this.rules = rules;
    this.posts = posts;
    this.syndicated = syndicated;
    this.terms = terms;
    this.ids = ids;
    this.stems = stems;
    this.addresses = addresses;
  }

  /** A library without posts, in which every path is free. */
  public static Library empty(Settings settings) {
    return empty(settings, path -> false);
  }

  /**
   * A library without posts.
   *
   * @param ours whether a path below {@code feeds.url} is one of the server's own, which comes
   *     before posts
   */
  public static Library empty(Settings settings, Predicate<String> ours) {
    return empty(settings, ours, true);
  }

  /**
   * A library without posts that cannot be asked for the content of feeds; without it, addresses
   * and ids cost half as much.
   *
   * @param ours whether a path below {@code feeds.url} is one of the server's own, which comes
   *     before posts
   */
  public static Library ofAddresses(Settings settings, Predicate<String> ours) {
    return empty(settings, ours, false);
  }

  private static Library empty(Settings settings, Predicate<String> ours, boolean forFeeds) {
    Permalinks permalinks = new Permalinks(settings.posts());
    return new Library(
        new Rules(new Ids(settings, permalinks), permalinks, forFeeds),
        HashTreePMap.empty(),
        PostSet.EMPTY,
        TreePMap.empty(),
        Claims.NO_IDS,
        Claims.NONE,
        AddressTable.none(settings, ours));
  }

  /** With a post, in place of the previous post of the same file. */
  public Library with(Post post) {
    Library rest = without(post.path());
    IndexedPost indexed = rules.index(post);
    boolean inFeeds = rules.forFeeds && post.syndication().inFeeds();
    return new Library(
        rules,
        rest.posts.plus(post.path(), indexed),
        inFeeds ? rest.syndicated.plus(post) : rest.syndicated,
        inFeeds ? TermPosts.plus(rest.terms, indexed) : rest.terms,
        rest.ids.plus(indexed.id(), indexed),
        rest.stems.plus(post.stem(), indexed),
        rest.addresses.with(indexed));
  }

  /** Without the post of a file. */
  public Library without(String path) {
    IndexedPost indexed = posts.get(path);
    if (indexed == null) {
      return this;
    }
    Post post = indexed.post();
    return new Library(
        rules,
        posts.minus(path),
        syndicated.minus(post),
        TermPosts.minus(terms, indexed),
        ids.minus(indexed.id(), indexed),
        stems.minus(post.stem(), indexed),
        addresses.without(indexed));
  }

  /** With a file next to posts. */
  public Library with(Attachment attachment) {
    return at(addresses.with(attachment));
  }

  /** Without the file at a path. */
  public Library withoutAttachment(String path) {
    return at(addresses.withoutFile(path));
  }

  private Library at(AddressTable changed) {
    return new Library(rules, posts, syndicated, terms, ids, stems, changed);
  }

  /** What this library knows of a post; also of one that is not, or no longer, in it. */
  private IndexedPost indexed(Post post) {
    IndexedPost known = posts.get(post.path());
    return known != null && known.post().equals(post) ? known : rules.index(post);
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

  /** The posts that feeds may contain. */
  public PostSet syndicated() {
    return syndicated;
  }

  /** The posts of a term that feeds may contain; none for a term without posts. */
  public PostSet posts(Term term) {
    TermPosts found = terms.get(term);
    return found == null ? PostSet.EMPTY : found.posts();
  }

  /** The terms of a taxonomy that have posts, by slug. */
  public Set<Term> terms(Taxonomy taxonomy) {
    NavigableMap<Term, TermPosts> sorted = terms;
    SortedMap<Term, TermPosts> same = sorted.tailMap(new Term(taxonomy, ""), true);
    Set<Term> found = new LinkedHashSet<>();
    for (Term term : same.keySet()) {
      if (term.taxonomy() != taxonomy) {
        break;
      }
      found.add(term);
    }
    return found;
  }

  /**
   * The spelling that is the title of a term: the most common one, else the oldest post's; else its
   * slug.
   */
  public String title(Term term) {
    TermPosts found = terms.get(term);
    return found == null ? term.slug() : found.title();
  }

  /** The id of a post of this library: an IRI that holds for ever (RFC 4287, section 4.2.6). */
  public String id(Post post) {
    return rules.ids.iri(guid(post));
  }

  /** The same as its author, or a former generator, wrote it, which may be any text. */
  public String guid(Post post) {
    IndexedPost indexed = indexed(post);
    return indexed.is(ids.holder(indexed.id())) ? indexed.guid() : rules.ids.own(post.path());
  }

  /**
   * The id that a post would have if files and {@code ids.tsv} alone decided, and not also what was
   * published before: that of each server that starts without a memory.
   */
  public String guidByFiles(Post post) {
    Library files = this;
    for (IndexedPost each : stems.of(post.stem())) {
      files = files.with(withoutMemory(each.post()));
    }
    return files.guid(withoutMemory(post));
  }

  private static Post withoutMemory(Post post) {
    AssignedId assigned = post.identity().assigned();
    boolean isRemembered = assigned != null && assigned.by() != AssignedId.By.FILE;
    return isRemembered ? post.with(post.identity().with(null)) : post;
  }

  /** Where the id of a post of this library comes from. */
  public Origin origin(Post post) {
    IndexedPost indexed = indexed(post);
    if (indexed.givenId() == null || !indexed.is(ids.holder(indexed.id()))) {
      return Origin.NAME;
    }
    AssignedId.By by = post.identity().givenBy();
    if (by != null) {
      return by == AssignedId.By.FILE ? Origin.FILE : Origin.KEPT;
    }
    return post.identity().guid() == null ? Origin.TEMPLATE : Origin.GUID;
  }

  /**
   * The path of a post below {@code site.url}, not percent-encoded. It is unique: if the path that
   * its author wants is taken by another post, a file or the server, it is another one.
   */
  public String permalink(Post post) {
    return addresses.permalink(indexed(post));
  }

  /**
   * The old paths that redirect to a post: those that are not a permalink, an older post's or a
   * file's.
   */
  public List<String> aliases(Post post) {
    return addresses.aliases(indexed(post));
  }

  /**
   * The posts whose id, permalink or aliases depend on the presence of this one, which is included.
   */
  public Set<Post> neighbours(Post post) {
    return neighboursIn(this, post);
  }

  /**
   * The posts of another library of these settings that this one's post would be a neighbour of.
   */
  public Set<Post> neighboursIn(Library other, Post post) {
    IndexedPost indexed = indexed(post);
    Set<Post> near = new LinkedHashSet<>();
    near.add(post);
    IndexedPost holder = other.ids.holder(indexed.id());
    addPosts(near, holder == null ? List.of() : List.of(holder));
    addPosts(near, other.addresses.neighbours(indexed));
    return near;
  }

  private static void addPosts(Set<Post> to, Collection<IndexedPost> posts) {
    posts.forEach(each -> to.add(each.post()));
  }

  /** The posts whose path is that of a file which the other library does not have. */
  public Set<Post> atFilesWithout(Library other) {
    Set<Post> posts = new LinkedHashSet<>();
    addPosts(posts, addresses.atFilesWithout(other.addresses));
    return posts;
  }

  @Override
  public @Nullable String permalink(String name) {
    return PostNames.find(name, stems::of).map(addresses::permalink).orElse(null);
  }

  @Override
  public @Nullable Attachment attachment(String path) {
    return addresses.files().find(path);
  }

  /** Every file next to posts, in no order. */
  public Iterable<Attachment> attachments() {
    return addresses.files().files().values();
  }

  /** The clashes of posts over ids, permalinks and aliases. */
  public List<Problem> problems() {
    return new Clashes(rules.ids, ids, addresses).problems();
  }

  /** Which of a post's addresses are taken by the server, a file or another post. */
  public List<Problem> shadowed(Post post) {
    return addresses.shadowed(indexed(post));
  }
}
