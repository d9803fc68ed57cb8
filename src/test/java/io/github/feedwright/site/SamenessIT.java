package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The same posts give the same bytes and tags, whenever and wherever. */
final class SamenessIT {
  private static final List<String> PATHS =
      List.of(
          "/atom.xml",
          "/rss.xml",
          "/feed.json",
          "/feeds.opml",
          "/",
          "/tags/istanbul/",
          "/tags/istanbul/atom.xml",
          "/archive/2014-01/rss.xml");

  @TempDir private Path one;
  @TempDir private Path other;

  private static void write(Path directory, List<Integer> order) throws Exception {
    for (int day : order) {
      String text =
          "---\ntitle: Post "
              + day
              + "\ndate: 2014-01-"
              + (10 + day % 3)
              + "\ntags: [ISTANBUL, x]\n---\nText "
              + day
              + ".\n";
      RunningSite.write(directory, "post-" + day + ".md", text);
    }
  }

  private static Map<String, String> served(Path directory) throws Exception {
    Map<String, String> served = new TreeMap<>();
    try (RunningSite site = RunningSite.on(directory, "", Clock.systemUTC())) {
      for (String path : PATHS) {
        var response = site.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        served.put(path, response.headers().firstValue("ETag").orElseThrow() + response.body());
      }
    }
    return served;
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  @ResourceLock(Resources.TIME_ZONE)
  void twoStartsAgreeAlsoInAnotherZoneLocaleAndFileOrder() throws Exception {
    List<Integer> days = new ArrayList<>(java.util.stream.IntStream.range(0, 25).boxed().toList());
    write(one, days);
    Collections.reverse(days);
    write(other, days);
    Map<String, String> here = served(one);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      assertThat(served(other)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
