package io.github.feedwright.cli.report;

import io.github.feedwright.output.BuildCounts;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.Health;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a build has written.
 *
 * @param out the directory, as its user calls it
 */
public record BuildReport(BuildCounts written, Health health, Path out) {
  /** Files for other machines must not lead to one's own. */
  public static Optional<String> localAddress(Settings settings) {
    return settings
        .localAddress()
        .map(
            local ->
                "warning: feeds and pages give "
                    + local
                    + " as their address, from feeds.url or site.url; set it to that of the host"
                    + " before you publish them");
  }

  /** What is not written, one line each. */
  public List<String> warnings() {
    return written.leftOut().entrySet().stream()
        .map(each -> "warning: " + each.getKey() + " is not written: " + each.getValue())
        .toList();
  }

  /** How many files were written, and what the site has, in one line. */
  public String summary() {
    String removed = written.removed() == 0 ? "" : ", removed " + written.removed();
    String same = written.same() == 0 ? "" : ", kept " + written.same() + " unchanged";
    return "Wrote "
        + Counts.count(written.changed(), "file")
        + " to "
        + out
        + removed
        + same
        + ": "
        + Counts.of(health);
  }
}
