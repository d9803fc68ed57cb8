package io.github.feedwright.migration;

import io.github.feedwright.content.dialect.PlainText;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Matches the entries of previous feeds with posts: by the id that a post has already, else by
 * address, else by WordPress's number, else by day and title; and only if a post and an entry are
 * each other's only candidate.
 */
public final class Adoption {
  private final Library library;
  private final String base;
  private final ZoneId zone;
  private final Map<String, Post> posts = new TreeMap<>();
  private final Map<String, FormerEntry> entries = new LinkedHashMap<>();
  private final Map<FormerEntry, Post> matched = new LinkedHashMap<>();
  private final Map<FormerEntry, Set<String>> candidates = new LinkedHashMap<>();

  private Adoption(Library library, Settings settings, Collection<FormerEntry> former) {
    this.library = library;
    this.base = ComparedAddress.path(settings.site().url().toString());
    this.zone = settings.posts().timezone();
    library.all().forEach(post -> posts.put(post.path(), post));
    former.forEach(entry -> entries.putIfAbsent(entry.id(), entry));
  }

  /** Compares the entries of previous feeds with the posts of a library. */
  public static Adoption of(Library library, Settings settings, Collection<FormerEntry> former) {
    Adoption adoption = new Adoption(library, settings, former);
    adoption.decide(post -> Stream.of(library.guid(post)), entry -> Stream.of(entry.id()));
    adoption.decide(adoption::addresses, Adoption::addresses);
    adoption.decide(Adoption::numbers, Adoption::numbers);
    adoption.decide(adoption::dayAndTitle, adoption::dayAndTitle);
    adoption.candidates.keySet().retainAll(adoption.entries.values());
    return adoption;
  }

  /** The post of each entry that has one. */
  public Map<FormerEntry, Post> matched() {
    return matched;
  }

  /** The entries without a post. */
  public List<FormerEntry> unmatched() {
    return entries.values().stream().filter(entry -> !candidates.containsKey(entry)).toList();
  }

  /** For every other entry, the files of posts that it may be, or that other entries may be too. */
  public Map<FormerEntry, Set<String>> ambiguous() {
    return candidates;
  }

  private void decide(
      Function<Post, Stream<String>> ofPost, Function<FormerEntry, Stream<String>> ofEntry) {
    Map<String, List<Post>> byKey = new TreeMap<>();
    for (Post post : posts.values()) {
      ofPost
          .apply(post)
          .distinct()
          .forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(post));
    }
    Map<FormerEntry, Set<Post>> found = new LinkedHashMap<>();
    Map<String, Integer> wanted = new TreeMap<>();
    for (FormerEntry entry : entries.values()) {
      Set<Post> same = new LinkedHashSet<>();
      ofEntry.apply(entry).forEach(key -> same.addAll(byKey.getOrDefault(key, List.of())));
      if (!same.isEmpty()) {
        found.put(entry, same);
        same.forEach(post -> wanted.merge(post.path(), 1, Integer::sum));
      }
    }
    found.forEach((entry, same) -> decide(entry, same, wanted));
  }

  private void decide(FormerEntry entry, Set<Post> same, Map<String, Integer> wanted) {
    Post post = same.iterator().next();
    if (same.size() == 1 && wanted.getOrDefault(post.path(), 0) == 1) {
      matched.put(entry, post);
      entries.remove(entry.id());
      posts.remove(post.path());
    } else {
      Set<String> files = candidates.computeIfAbsent(entry, key -> new TreeSet<>());
      same.forEach(each -> files.add(each.path()));
    }
  }

  /**
   * With and without the path of {@code site.url}, because the previous site may not have had one.
   */
  private Stream<String> addresses(Post post) {
    return Stream.concat(Stream.of(library.permalink(post)), library.aliases(post).stream())
        .map(ComparedAddress::path)
        .filter(path -> !path.isEmpty())
        .flatMap(path -> Stream.of(path, base + path));
  }

  private static Stream<String> addresses(FormerEntry entry) {
    return entry.links().stream()
        .filter(link -> ComparedAddress.number(link) == null)
        .map(ComparedAddress::path)
        .filter(path -> !path.isEmpty());
  }

  private static Stream<String> numbers(Post post) {
    return Stream.ofNullable(post.identity().wordpressId());
  }

  private static Stream<String> numbers(FormerEntry entry) {
    return Stream.concat(
            Stream.ofNullable(entry.number()),
            Stream.concat(Stream.of(entry.id()), entry.links().stream())
                .flatMap(link -> Stream.ofNullable(ComparedAddress.number(link))))
        .distinct();
  }

  private Stream<String> dayAndTitle(Post post) {
    return dayAndTitle(post.dates().published(), PlainText.title(post));
  }

  private Stream<String> dayAndTitle(FormerEntry entry) {
    OffsetDateTime published = entry.published() == null ? entry.updated() : entry.published();
    String title = PlainText.of(entry.title());
    return published == null ? Stream.empty() : dayAndTitle(published, title);
  }

  /** Feeds use UTC or their author's offset, so the same instant may be on two different days. */
  private Stream<String> dayAndTitle(OffsetDateTime date, String title) {
    String name = title.toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
            date.toLocalDate(),
            date.atZoneSameInstant(zone).toLocalDate(),
            date.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
        .distinct()
        .map(day -> day + " " + name);
  }
}
