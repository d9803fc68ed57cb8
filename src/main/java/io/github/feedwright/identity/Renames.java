package io.github.feedwright.identity;

import io.github.feedwright.text.PackedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which of the added posts are removed posts under another name. A rule decides only if it has one
 * candidate on both sides. The rules are: the {@code guid}, the stem with the date and the title,
 * the text, the stem, the old address, WordPress's number, and last the same date with similar
 * text, or with the same title where the former text is not known any more. The text alone comes
 * before the stem alone: of files that are renamed together, one may take another's stem. With its
 * date and title, the stem comes first: a new post may begin as a copy of an old text. Neither the
 * order of the posts nor a clock matters, so that replicas agree.
 */
public final class Renames {
  /** Nothing was renamed. */
  public static final Renames NONE = new Renames(List.of(), List.of());

  /** The percentage of similar text that makes a rename; git uses 50, JGit 60. */
  private static final int SIMILAR = 60;

  private static final int AHEAD = 20;

  /**
   * The maximum number of pairs with the same date that are compared: more have a date from a
   * program.
   */
  private static final int MOST_PAIRS = 1_024;

  private static final List<Function<PostTraits, Stream<String>>> RULES =
      List.of(
          post -> Stream.ofNullable(post.guid()),
          post -> Stream.of(post.stem() + "\n" + post.date() + "\n" + post.title()),
          post -> Stream.of(post.textHash()).filter(TextHash::identifies),
          post -> Stream.of(post.stem()),
          post -> Stream.of(post.permalink()),
          post -> Stream.ofNullable(post.wordpressId()));

  private static final int ADDRESS = 4;

  private static final int MOST_NAMED = 3;

  private final Map<String, PostTraits> gone = new TreeMap<>();
  private final Map<String, PostTraits> come = new TreeMap<>();
  private final Map<String, String> formerPaths = new TreeMap<>();
  private final Map<String, Set<String>> ambiguous = new TreeMap<>();

  private Renames(Collection<PostTraits> gone, Collection<PostTraits> come) {
    gone.forEach(post -> this.gone.put(post.path(), post));
    come.forEach(post -> this.come.put(post.path(), post));
  }

  /**
   * Compares the posts of removed files with the posts of added files.
   *
   * @param gone the removed posts
   * @param come the added posts
   */
  public static Renames between(Collection<PostTraits> gone, Collection<PostTraits> come) {
    Renames renames = new Renames(gone, come);
    for (int rule = 0; rule < RULES.size(); rule++) {
      renames.decide(RULES.get(rule), rule == ADDRESS ? Renames::addresses : RULES.get(rule));
    }
    renames.decideBySimilarity();
    renames.decide(post -> post.text() == null ? title(post) : Stream.empty(), Renames::title);
    renames.ambiguous.keySet().removeAll(renames.formerPaths.keySet());
    return renames;
  }

  private static Stream<String> addresses(PostTraits post) {
    return Stream.concat(Stream.of(post.permalink()), post.aliases().stream()).distinct();
  }

  private static Stream<String> title(PostTraits post) {
    return post.title().isBlank() ? Stream.empty() : Stream.of(post.date() + " " + post.title());
  }

  /** The old path of each renamed post, by its new one. */
  public Map<String, String> formerPaths() {
    return formerPaths;
  }

  /**
   * The added files that match several removed ones, or share a match with another added file: each
   * with some of its candidates.
   */
  public Map<String, Set<String>> ambiguous() {
    return ambiguous;
  }

  private void leaveOpen(PostTraits is, Collection<PostTraits> candidates) {
    Set<String> paths = ambiguous.computeIfAbsent(is.path(), path -> new TreeSet<>());
    candidates.stream()
        .map(PostTraits::path)
        .limit(MOST_NAMED)
        .filter(path -> paths.size() < MOST_NAMED)
        .forEach(paths::add);
  }

  private void decide(
      Function<PostTraits, Stream<String>> was, Function<PostTraits, Stream<String>> is) {
    Map<String, List<PostTraits>> left = byKey(gone.values(), was);
    Map<String, List<PostTraits>> right = byKey(come.values(), is);
    Map<String, Set<PostTraits>> candidates = new LinkedHashMap<>();
    left.forEach(
        (key, posts) -> {
          List<PostTraits> others = right.getOrDefault(key, List.of());
          if (posts.size() == 1 && others.size() == 1) {
            candidates
                .computeIfAbsent(others.get(0).path(), path -> new LinkedHashSet<>())
                .add(posts.get(0));
          } else {
            others.forEach(post -> leaveOpen(post, posts));
          }
        });
    // If two removed posts have the same alias, it identifies neither.
    candidates.forEach(
        (to, from) -> {
          if (from.size() == 1) {
            match(from.iterator().next().path(), to);
          } else {
            leaveOpen(Objects.requireNonNull(come.get(to)), from);
          }
        });
  }

  private static Map<String, List<PostTraits>> byKey(
      Collection<PostTraits> posts, Function<PostTraits, Stream<String>> keys) {
    Map<String, List<PostTraits>> byKey = new TreeMap<>();
    for (PostTraits post : posts) {
      keys.apply(post).forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(post));
    }
    return byKey;
  }

  private void match(String from, String to) {
    if (gone.containsKey(from) && come.containsKey(to)) {
      gone.remove(from);
      come.remove(to);
      formerPaths.put(to, from);
    }
  }

  private record Pair(PostTraits was, PostTraits is, int percent) {
    boolean rivals(Pair other) {
      boolean sameWas = was.path().equals(other.was.path());
      return sameWas != is.path().equals(other.is.path());
    }
  }

  private void decideBySimilarity() {
    Function<PostTraits, Stream<String>> date =
        post -> post.text() == null ? Stream.empty() : Stream.of(post.date().toString());
    Map<String, List<PostTraits>> left = byKey(gone.values(), date);
    Map<String, List<PostTraits>> right = byKey(come.values(), date);
    left.forEach((key, posts) -> decideBySimilarity(posts, right.getOrDefault(key, List.of())));
  }

  private void decideBySimilarity(List<PostTraits> were, List<PostTraits> are) {
    if ((long) were.size() * are.size() > MOST_PAIRS) {
      are.forEach(post -> leaveOpen(post, were));
      return;
    }
    List<Pair> pairs = pairs(were, are);
    for (Pair pair : pairs) {
      int next = pairs.stream().filter(pair::rivals).mapToInt(Pair::percent).max().orElse(0);
      if (pair.percent() >= SIMILAR && pair.percent() - next >= AHEAD) {
        match(pair.was().path(), pair.is().path());
      } else if (pair.percent() >= SIMILAR) {
        leaveOpen(pair.is(), List.of(pair.was()));
      }
    }
  }

  private static List<Pair> pairs(List<PostTraits> were, List<PostTraits> are) {
    Map<PostTraits, Similarity> texts = new HashMap<>();
    Stream.concat(were.stream(), are.stream())
        .forEach(post -> texts.computeIfAbsent(post, each -> Similarity.to(text(each))));
    List<Pair> pairs = new ArrayList<>();
    for (PostTraits was : were) {
      Similarity former = texts.get(was);
      for (PostTraits is : are) {
        Similarity now = texts.get(is);
        pairs.add(new Pair(was, is, former == null || now == null ? 0 : former.percent(now)));
      }
    }
    return pairs;
  }

  private static String text(PostTraits post) {
    PackedText text = post.text();
    return text == null ? "" : text.text();
  }
}
