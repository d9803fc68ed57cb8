package io.github.feedwright.storm;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server answers, from its front page and list of feeds on to all that these lead to. */
final class Answers {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|xmlUrl|htmlUrl|next_url\"?)\\s*[=:]\\s*\"([^\"#?]+)[#?\"]");

  /** The pages of posts, and archives: together they render every post there is. */
  private static final Pattern OLD = Pattern.compile("/\\d{4}/\\d{2}/\\d{2}/.*|.*/archive/.*");

  /** Of that many, which are all made alike, one is looked at. */
  private static final int EVERY = Sizes.of(1, 50);

  private Answers() {}

  /** By path, status, tag and body; a path is followed only as far as its own server. */
  static Map<String, String> of(ServerProcess server) {
    Map<String, String> answers = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(List.of("/", "/feeds.opml", "/feed.json", "/rss.xml"));
    while (!open.isEmpty()) {
      String path = open.remove();
      if (!answers.containsKey(path) && isLookedAt(path)) {
        HttpResponse<String> answer = server.asks(path).join();
        answers.put(path, answer.statusCode() + " " + answer.headers().map().get("etag"));
        Matcher address = ADDRESS.matcher(answer.body());
        while (address.find()) {
          open.addAll(here(address.group(1)));
        }
        answers.merge(path, "\n" + answer.body(), String::concat);
      }
    }
    return answers;
  }

  private static boolean isLookedAt(String path) {
    return !OLD.matcher(path).matches() || path.hashCode() % EVERY == 0;
  }

  private static List<String> here(String address) {
    URI uri = URI.create(address);
    boolean here = uri.getHost() == null || uri.getHost().equals("localhost");
    return here && uri.getPath() != null && uri.getPath().startsWith("/")
        ? List.of(uri.getRawPath())
        : List.of();
  }

  /** The first difference, or an empty text. */
  static String difference(Map<String, String> some, Map<String, String> others) {
    TreeMap<String, String> all = new TreeMap<>(some);
    all.putAll(others);
    for (String path : all.keySet()) {
      if (!String.valueOf(some.get(path)).equals(others.get(path))) {
        return path + " is\n" + some.get(path) + "\nand at a fresh start\n" + others.get(path);
      }
    }
    return "";
  }
}
