package io.github.feedwright.library;

import io.github.feedwright.post.Author;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * All posts that show at one instant: their order, terms, ids, permalinks and aliases, and the
 * files beside them. Immutable; a changed copy costs what the change touches.
 */
public final class Library implements Targets {
  private final Rules rules;
  private final PMap<String, Post> posts;
  private final PostSet syndicated;
  private final PSortedMap<Term, TermPosts> terms;
  private final Claims ids;
  private final Claims stems;
  private final AddressTable addresses;

  /** What does not change with the posts. */
  private record Rules(Ids ids, boolean forFeeds) {}

  private Library(
      Rules rules,
      PMap<String, Post> posts,
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

  /** A library without posts, where every path is free. */
  public static Library empty(Settings settings) {
    return empty(settings, path -> false);
  }

  /**
   * A library without posts.
   *
   * @param ours whether a path below {@code feeds.url} is the server's own, which beats posts
   */
  public static Library empty(Settings settings, Predicate<String> ours) {
    return empty(settings, ours, true);
  }

  /**
   * A library without posts, of which nobody will ask what is in feeds: addresses and ids cost half
   * as much without.
   *
   * @param ours whether a path below {@code feeds.url} is the server's own, which beats posts
   */
  public static Library ofAddresses(Settings settings, Predicate<String> ours) {
    return empty(settings, ours, false);
  }

  private static Library empty(Settings settings, Predicate<String> ours, boolean forFeeds) {
    AddressTable addresses = AddressTable.none(settings, ours);
    return new Library(
        new Rules(new Ids(settings, addresses.rules()), forFeeds),
        HashTreePMap.empty(),
        PostSet.EMPTY,
        TreePMap.empty(),
        Claims.NONE,
        Claims.NONE,
        addresses);
  }

  /** With a post, in place of the one that its file held before. */
  public Library with(Post post) {
    Library rest = without(post.path());
    boolean inFeeds = rules.forFeeds && post.inFeeds();
    return new Library(
        rules,
        rest.posts.plus(post.path(), post),
        inFeeds ? rest.syndicated.plus(post) : rest.syndicated,
        inFeeds ? TermPosts.plus(rest.terms, post) : rest.terms,
        rest.ids.plus(rules.ids.iri(rules.ids.wanted(post)), post),
        rest.stems.plus(post.stem(), post),
        rest.addresses.with(post));
  }

  /** Without the post of a file. */
  public Library without(String path) {
    Post post = posts.get(path);
    if (post == null) {
      return this;
    }
    return new Library(
        rules,
        posts.minus(path),
        syndicated.minus(post),
        TermPosts.minus(terms, post),
        ids.minus(rules.ids.iri(rules.ids.wanted(post)), post),
        stems.minus(post.stem(), post),
        addresses.without(post));
  }

  /** With a file beside the posts. */
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

  /**
   * The terms of a post, each with the post's own spelling (the first, where it has several): what
   * readers see of it in this post's entry.
   */
  public static Map<Term, String> termsOf(Post post) {
    Map<Term, String> terms = new LinkedHashMap<>();
    for (String category : post.categories()) {
      terms.putIfAbsent(new Term(Taxonomy.CATEGORY, Slug.of(category)), category);
    }
    for (String tag : post.tags()) {
      terms.putIfAbsent(new Term(Taxonomy.TAG, Slug.of(tag)), tag);
    }
    for (Author author : post.authors()) {
      terms.putIfAbsent(new Term(Taxonomy.AUTHOR, Slug.of(author.term())), author.name());
    }
    return terms;
  }

  /** The post of a file, or null. */
  public @Nullable Post post(String path) {
    return posts.get(path);
  }

  /** How many posts there are, those kept out of feeds among them. */
  public int size() {
    return posts.size();
  }

  /** Every post, those kept out of feeds among them, in no order. */
  public Iterable<Post> all() {
    return posts.values();
  }

  /** The posts that feeds may hold. */
  public PostSet syndicated() {
    return syndicated;
  }

  /** The posts of a term that feeds may hold; none for a term that no post has. */
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

  /** The spelling that titles a term: the commonest, else the oldest post's; else its slug. */
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
    String wanted = rules.ids.wanted(post);
    boolean shares = rules.ids.given(post) == null && sharers(post).size() > 1;
    return AddressTable.isHolder(post, ids.holder(rules.ids.iri(wanted))) && !shares
        ? wanted
        : rules.ids.own(post.path());
  }

  /** The posts that one stem stands for. */
  private List<Post> sharers(Post post) {
    return stems.of(post.stem()).stream().filter(rules.ids::isByName).toList();
  }

  /**
   * The path of a post below {@code site.url}, not percent-encoded: no other post's, even where
   * another one, a file or the server answers at the one that its author wants.
   */
  public String permalink(Post post) {
    return addresses.permalink(post);
  }

  /** The old paths that lead to a post: no post's permalink, no older one's and no file's. */
  public List<String> aliases(Post post) {
    return addresses.aliases(post);
  }

  /** The posts whose id, permalink or aliases depend on this one being there, itself among them. */
  public Set<Post> neighbours(Post post) {
    Set<Post> near = new LinkedHashSet<>();
    near.add(post);
    near.addAll(ids.of(rules.ids.iri(rules.ids.wanted(post))));
    if (rules.ids.isByName(post)) {
      near.addAll(stems.of(post.stem()));
    }
    near.addAll(addresses.neighbours(post));
    return near;
  }

  /** The posts that would be at a file's path, of the files that another library has not. */
  public Set<Post> atFilesWithout(Library other) {
    return addresses.atFilesWithout(other.addresses);
  }

  @Override
  public @Nullable String permalink(String name) {
    return PostNames.find(name, stems::of).map(this::permalink).orElse(null);
  }

  @Override
  public @Nullable Attachment attachment(String path) {
    return addresses.files().find(path);
  }

  /** Every file beside the posts, in no order. */
  public Iterable<Attachment> attachments() {
    return addresses.files().files().values();
  }

  /** What posts contend for: ids, permalinks, aliases. */
  public List<Problem> problems() {
    return new Clashes(rules.ids, ids, stems, addresses).problems();
  }

  /** Which of a post's addresses the server, a file or another post's page answers at. */
  public List<Problem> shadowed(Post post) {
    return addresses.shadowed(post);
  }
}
