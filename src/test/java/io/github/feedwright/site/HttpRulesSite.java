package io.github.feedwright.site;

import java.nio.file.Path;
import java.time.Clock;

/** Something to serve of every kind: what {@link HttpRulesIT} asks for. */
final class HttpRulesSite {
  private static final String CONFIGURATION =
      """
      feeds: {archives: all, items: 1, keep: [tag/quiet]}
      redirects:
        /blog/feed.xml: /atom.xml
        "/?feed=rss2": /rss.xml
        /café: /tags/café/
        /away: https://other.example.net/x
      gone: [/comments/feed/]
      """;

  private HttpRulesSite() {}

  static RunningSite on(Path posts) throws Exception {
    RunningSite.write(
        posts,
        "2014-04-04-one.md",
        """
        ---
        title: "One & “two”"
        categories: [News]
        tags: [cloud, 日本語, Café]
        redirect_from: /old/one/
        ---
        Text with ![a picture](media/pic.png).
        """);
    RunningSite.write(posts, "2013-01-02-two.md", "---\ntitle: Two\ntags: cloud\n---\nZwei.\n");
    RunningSite.write(posts, "media/pic.png", "not really a picture");
    return RunningSite.on(posts, CONFIGURATION, Clock.systemUTC());
  }
}
