package io.github.feedwright.edition;

import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.render.FeedFormat;
import io.github.feedwright.render.FeedFormats;
import io.github.feedwright.settings.RedirectTarget;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.Spelling;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the redirects that lead to a path of this server at which there is nothing. Used by one
 * thread alone.
 */
final class RedirectTargets {
  /** At the server's root, for monitoring. */
  private static final String HEALTH = "/healthz";

  private final Map<String, RedirectTarget> redirects;
  private final SitePaths paths;
  private final List<FeedFormat> formats;

  /** The nearest path for each target, which is computed once while the feeds stay the same. */
  private final Map<String, Optional<String>> alike = new HashMap<>();

  private Set<Scope> compared = Set.of();

  RedirectTargets(Settings settings, SitePaths paths) {
    this.redirects = settings.redirects();
    this.paths = paths;
    this.formats = FeedFormats.of(settings.feeds().formats());
  }

  /** The problems of the redirects while an edition is served. */
  List<Problem> problems(Edition edition) {
    List<Problem> problems = new ArrayList<>();
    redirects.forEach(
        (from, target) -> {
          if (target.isHere() && !isServed(edition.snapshot(), target.location())) {
            problems.add(problem(edition, from, target));
          }
        });
    return problems;
  }

  private static boolean isServed(MapSnapshot snapshot, String location) {
    int mark = location.indexOf('?');
    String path = decoded(mark < 0 ? location : location.substring(0, mark));
    @Nullable String query = mark < 0 ? null : location.substring(mark + 1);
    Resource found = snapshot.find(path, query);
    return (found != null && !(found instanceof Gone)) || path.equals(HEALTH);
  }

  private static String decoded(String path) {
    return Nfc.of(PercentEncoding.decode(path));
  }

  private Problem problem(Edition edition, String from, RedirectTarget target) {
    String advice =
        near(edition, target.location())
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("correct it, or write the whole address if another server has it");
    return Problem.warning(
        target.file(),
        target.line(),
        Kind.CONFIGURATION,
        "redirects: \""
            + from
            + "\" leads to \""
            + target.location()
            + "\", which this server does not have; "
            + advice);
  }

  /** The same path below the root of this server, else a page or feed that is spelt alike. */
  private Optional<String> near(Edition edition, String location) {
    String below = PercentEncoding.path(paths.below("")) + location.substring(1);
    if (isServed(edition.snapshot(), below)) {
      return Optional.of(below);
    }
    if (compared != edition.scopes()) {
      compared = edition.scopes();
      alike.clear();
    }
    return alike.computeIfAbsent(location, path -> alike(decoded(path), decoded(below)));
  }

  private Optional<String> alike(String location, String below) {
    Set<String> known = new LinkedHashSet<>(Set.of(paths.opml()));
    for (Scope scope : compared) {
      known.add(paths.page(scope));
      formats.forEach(format -> known.add(paths.document(scope, format.fileName())));
    }
    return Spelling.nearest(location, known)
        .or(() -> Spelling.nearest(below, known))
        .map(PercentEncoding::path);
  }
}
