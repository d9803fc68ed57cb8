package io.github.feedwright.edition;

import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.RedirectTarget;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the redirects that lead to a path of this server at which there is nothing, and those that
 * lead in a circle.
 *
 * <p>Threads: only {@code publish}, or {@code main} in a command.
 */
final class BrokenRedirects {

  private static final String CIRCLE =
      ", and from there in a circle; let one of these redirects lead to a page or a feed";
  private static final String NOWHERE = ", which this server does not have; ";

  private final Map<String, RedirectTarget> redirects;
  private final URI server;
  private final NearestPaths nearest;

  BrokenRedirects(Settings settings, SitePaths paths, MapSnapshot first) {
    this.redirects = inOrder(settings.redirects());
    this.server = settings.feeds().url();
    this.nearest = new NearestPaths(paths, FeedFormats.of(settings.feeds().formats()), first);
  }

  private static Map<String, RedirectTarget> inOrder(Map<String, RedirectTarget> redirects) {
    Map<String, RedirectTarget> ordered = new LinkedHashMap<>();
    redirects.entrySet().stream()
        .sorted(Comparator.comparingInt(each -> each.getValue().line()))
        .forEach(each -> ordered.put(each.getKey(), each.getValue()));
    return ordered;
  }

  /** A path and query of this server, decoded as in a request. */
  private record Place(String path, @Nullable String query) {
    /** The place of a percent-encoded path, which may have a query. */
    static Place of(String location) {
      int mark = location.indexOf('?');
      String path = mark < 0 ? location : location.substring(0, mark);
      return new Place(
          Nfc.of(PercentEncoding.decode(path)), mark < 0 ? null : location.substring(mark + 1));
    }

    @Nullable Resource in(MapSnapshot snapshot) {
      return snapshot.find(path, query);
    }
  }

  /** The problems of the redirects while an edition is served. */
  List<Problem> problems(Edition edition) {
    List<Problem> problems = new ArrayList<>();
    Set<Place> reported = new HashSet<>();
    redirects.forEach(
        (from, target) -> {
          Set<Place> circle = circle(edition.snapshot(), from, target);
          Place place = place(target.location());
          if (circle.isEmpty() && place != null) {
            @Nullable String advice = advice(edition, target, place);
            if (advice != null) {
              problems.add(problem(from, target, NOWHERE + advice));
            }
          } else if (!circle.isEmpty() && Collections.disjoint(circle, reported)) {
            problems.add(problem(from, target, CIRCLE));
          }
          reported.addAll(circle);
        });
    return problems;
  }

  /** The places of the circle into which a redirect leads; empty if it leads to an end. */
  private Set<Place> circle(MapSnapshot snapshot, String from, RedirectTarget target) {
    Set<Place> passed = new HashSet<>(Set.of(Place.of(from)));
    @Nullable Place next = place(target.location());
    while (next != null && next.in(snapshot) instanceof Redirect redirect) {
      if (!passed.add(next)) {
        return passed;
      }
      next = place(redirect.location());
    }
    return Set.of();
  }

  /** Where a location is on this server, or null if it is on another one. */
  private @Nullable Place place(String location) {
    if (location.startsWith("/")) {
      return Place.of(location);
    }
    URI uri = URI.create(location);
    boolean isHere = server.getHost().equals(uri.getHost()) && server.getPort() == uri.getPort();
    @Nullable String query = uri.getRawQuery();
    return isHere ? Place.of(uri.getRawPath() + (query == null ? "" : "?" + query)) : null;
  }

  static boolean isServed(MapSnapshot snapshot, String path, @Nullable String query) {
    Resource found = snapshot.find(path, query);
    return (found != null && !(found instanceof Gone)) || path.equals(Health.PATH);
  }

  /** What to do about a target at which there is nothing, or null if there is something. */
  private @Nullable String advice(Edition edition, RedirectTarget target, Place place) {
    if (isServed(edition.snapshot(), place.path(), place.query())) {
      return null;
    }
    String root = server.getPath();
    boolean isWhole = !target.isHere();
    if (isWhole && !place.path().startsWith(root)) {
      return null;
    }
    @Nullable String near = nearest.to(edition, place.path()).orElse(null);
    if (near != null) {
      return "did you mean \"" + near + "\"?";
    }
    // Behind a proxy, another server may have other paths of the same host.
    if (isWhole) {
      return root.equals("/") ? null : "correct it";
    }
    return "correct it, or write the whole address if another server has it";
  }

  private static Problem problem(String from, RedirectTarget target, String what) {
    return Problem.warning(
        target.file(),
        target.line(),
        Kind.CONFIGURATION,
        "redirects: \"" + from + "\" leads to \"" + target.location() + "\"" + what);
  }
}
