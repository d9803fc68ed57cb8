package io.github.feedwright.settings;

import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.i18n.SiteWords;
import io.github.feedwright.settings.push.PushSettings;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.settings.scope.Note;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The validated configuration of {@code config.yaml}, with defaults for everything that it does not
 * set.
 *
 * @param site who publishes
 * @param posts where the posts are and how they are read
 * @param feeds which feeds there are, and what they carry
 * @param content how the text of posts is read
 * @param notes what is added to posts
 * @param languages those that have feeds of their own
 * @param ids where ids come from that file names do not give
 * @param guard when entries are held back that would come back as new
 * @param http how the server listens and how long caches keep its answers
 * @param redirects from the old path (with its query, if one is listed) to the new path or address
 * @param gone paths that answer 410
 * @param watch how changes are noticed
 * @param limits how large things may be
 * @param push how subscribers are notified of changes, or null if they are not
 * @param monitoring how a running server can be watched
 */
public record Settings(
    SiteSettings site,
    PostsSettings posts,
    FeedsSettings feeds,
    ContentSettings content,
    List<Note> notes,
    Languages languages,
    IdSettings ids,
    GuardSettings guard,
    HttpSettings http,
    Map<String, RedirectTarget> redirects,
    List<String> gone,
    WatchSettings watch,
    LimitSettings limits,
    @Nullable PushSettings push,
    MonitoringSettings monitoring) {
  public Settings {
    notes = List.copyOf(notes);
    redirects = Map.copyOf(redirects);
    gone = List.copyOf(gone);
  }

  /** The same with another posts directory, for the command line. */
  public Settings withPosts(Path directory) {
    return with(posts.withDirectory(directory), http);
  }

  /** The same with a file that keeps what was read of commits between runs. */
  public Settings withCommitCache(Path file) {
    return with(posts.withCommitCache(file), http);
  }

  /**
   * The same for the generator that was found.
   *
   * @param stated the patterns of permalinks that it states
   * @param authors the file in which it has its authors, or null
   * @param zone the time zone that it states, or null
   */
  public Settings with(
      GeneratorChoice found,
      PermalinkPatterns stated,
      @Nullable Path authors,
      @Nullable ZoneId zone) {
    return with(posts.with(found, stated, authors, zone), http);
  }

  /** The same with another address to listen on. */
  public Settings withHost(String host) {
    return with(posts, http.withHost(host));
  }

  /** The same with another port to listen on, 0 to 65535; 0 picks a free one. */
  public Settings withPort(int port) {
    return with(posts, http.withPort(port));
  }

  /** Whether posts have pages on this server: the site and its feeds have one address. */
  public boolean hasPostPages() {
    return site.url().equals(feeds.url());
  }

  /** Whether feeds say that they are on this machine: the site is being tried. */
  public boolean isLocal() {
    return LocalRun.isLoopback(feeds.url());
  }

  /** The address of this machine that feeds or pages give, if one of them does. */
  public Optional<URI> localAddress() {
    return Stream.of(feeds.url(), site.url()).filter(LocalRun::isLoopback).findFirst();
  }

  /**
   * The same with the port that the server listens on in the addresses of the site and its feeds,
   * where these are loopback addresses: what is being tried must lead to itself.
   *
   * @param port 1 to 65535
   */
  public Settings servedAt(int port) {
    return with(
        site.withUrl(LocalRun.withPort(site.url(), port)),
        posts,
        feeds.withUrl(LocalRun.withPort(feeds.url(), port)),
        http,
        push);
  }

  /** The same with an author of posts that name none. */
  public Settings withAuthor(Person author) {
    return with(site.withAuthor(author), posts, feeds, http, push);
  }

  /** The same with other words on pages. */
  public Settings withWords(SiteWords words) {
    return with(site.withWords(words), posts, feeds, http, push);
  }

  /** The same for files on a host of files, which is no hub of its own. */
  public Settings withoutOwnHub() {
    return push == null ? this : with(site, posts, feeds, http, push.withoutOwnHub());
  }

  /**
   * The addresses of the hubs that feeds name, this server's own first. None where push is not
   * configured, or where nobody could reach the feeds.
   */
  public List<String> hubs() {
    return push == null || !push.isReachable(feeds.url()) ? List.of() : push.hubs(feeds.url());
  }

  /** The address of this server's own hub, or null where it is none. */
  public @Nullable String ownHub() {
    return push != null && push.own() && !hubs().isEmpty() ? hubs().get(0) : null;
  }

  private Settings with(PostsSettings posts, HttpSettings http) {
    return with(site, posts, feeds, http, push);
  }

  private Settings with(
      SiteSettings site,
      PostsSettings posts,
      FeedsSettings feeds,
      HttpSettings http,
      @Nullable PushSettings push) {
    return new Settings(
        site,
        posts,
        feeds,
        content,
        notes,
        languages,
        ids,
        guard,
        http,
        redirects,
        gone,
        watch,
        limits,
        push,
        monitoring);
  }
}
