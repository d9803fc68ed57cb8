package io.github.feedwright.site;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Follows the links of pages, as a person would. */
final class Links {
  private Links() {}

  /** The paths of this site that can be reached from its first page. */
  static Set<String> reachable(RunningSite site) throws Exception {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> left = new ArrayDeque<>();
    left.add("/");
    while (!left.isEmpty()) {
      String path = left.poll();
      if (seen.add(path) && path.endsWith("/")) {
        for (Element link : Jsoup.parse(site.body(path)).select("[href]")) {
          String to = link.attr("href").replaceFirst("#.*", "");
          if (to.startsWith("/")) {
            left.add(to);
          }
        }
      }
    }
    return seen;
  }
}
