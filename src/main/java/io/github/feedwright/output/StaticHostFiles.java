package io.github.feedwright.output;

import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.output.directory.OutputFileNames;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that a static host needs, and a server of its own does not. */
final class StaticHostFiles {
  private static final String NGINX = OutputFileNames.FOLDER + "/nginx.conf";
  private static final String CADDY = OutputFileNames.FOLDER + "/Caddyfile";

  private final FilePlan plan;
  private final MapSnapshot snapshot;
  private final URI site;
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final Set<String> names =
      new HashSet<>(List.of(NGINX, CADDY, OutputFileNames.REDIRECTS, OutputFileNames.HEADERS));

  private StaticHostFiles(FilePlan plan, MapSnapshot snapshot, URI site) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.site = site;
  }

  /** Adds what is needed to a plan, where nothing of the site has the same name. */
  static StaticHostFiles of(
      FilePlan plan, MapSnapshot snapshot, List<MovedPath> moves, Settings settings) {
    StaticHostFiles extras = new StaticHostFiles(plan, snapshot, settings.feeds().url());
    // GitHub would leave out what begins with an underscore.
    extras.add(".nojekyll", "");
    plan.folderFeeds().forEach((path, feed) -> extras.addFolderFeed(path));
    moves.forEach(extras::add);
    return extras;
  }

  private void add(String name, String text) {
    if (plan.take(name)) {
      names.add(name);
      texts.put(name, text);
    }
  }

  private void addFolderFeed(String path) {
    String feed = plan.folderFeeds().get(path);
    if (feed != null) {
      add(OutputFileNames.plain(path), PlainPage.feed(address(PercentEncoding.path(feed))));
    }
  }

  private void add(MovedPath move) {
    String to = move.to();
    if (to == null || move.query() != null) {
      return;
    }
    String from = move.from();
    String feed = feed(to);
    SharedResource source = feed == null ? null : snapshot.table().get(feed);
    if (feed == null && !OutputFileNames.isDocument(from)) {
      add(OutputFileNames.page(from), PlainPage.moved(address(to)));
    } else if (source != null && from.endsWith("/")) {
      add(OutputFileNames.plain(from), PlainPage.feed(address(to)));
    } else if (source != null) {
      plan.addIfFree(
          new FilePlan.Planned(from, OutputFileNames.plain(from), FilePlan.Turn.INDEX, source));
    }
  }

  /** The path of a feed or list here that an address leads to; null if it is something else. */
  private @Nullable String feed(String to) {
    String path = to.startsWith("/") ? Nfc.of(PercentEncoding.decode(to)) : "";
    return !path.endsWith("/")
            && OutputFileNames.isDocument(path)
            && snapshot.table().containsKey(path)
        ? path
        : null;
  }

  private String address(String to) {
    return to.startsWith("/") ? site.resolve(to).toString() : to;
  }

  /** The names of all of them. */
  Set<String> names() {
    return names;
  }

  /** All of them with their texts, and those that say what was written. */
  Map<String, String> with(HostRules rules, Iterable<FilePlan.Planned> files) {
    Map<String, String> all = new TreeMap<>(texts);
    all.put(NGINX, NginxSnippet.of(rules));
    all.put(CADDY, CaddySnippet.of(rules));
    all.put(OutputFileNames.REDIRECTS, HostFiles.redirects(rules));
    all.put(OutputFileNames.HEADERS, HostFiles.headers(rules, files));
    return all;
  }
}
