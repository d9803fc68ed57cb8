package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.history.Commits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Middleman site whose own template writes for each entry the address as its id, the date of the
 * last commit of the file as {@code updated} (that which added it counts; without one, the post's
 * date), and after the text a rule and a disclaimer in Markdown.
 */
final class SeedSiteIT {
  private static final String BLOG = "https://community.example.org/blog/";

  private static final String CONFIGURATION =
      """
      site:
        title: Community
        url: https://community.example.org/
        id: tag:community.example.org,2013
      posts:
        permalink: /blog/:year/:month/:slug/
        updated: git
      git: {first-commit: true}
      ids: {template: "https://community.example.org/blog/:year/:month/:slug/", until: 2030-01-01}
      notes:
        - text: "The opinions on this blog are those of [their authors](https://community.example.org/about/), *not* of the company."
      """;

  private static final String GLUSTER =
      """
      ---
      author: johnmark
      comments: true
      date: 2013-07-12 13:35:41+00:00
      layout: post
      slug: the-summer-of-gluster-is-here
      title: The Summer of Gluster is Here!
      wordpress_id: 326
      categories:
      - Blog
      tags:
      - cloud
      - events
      - gluster
      - kvm
      - open source
      ---

      Halfway through – here’s “what happened”:

      \t
        * Launched the Forge in May – [http://forge.example.org/](http://forge.example.org/)

      \t
          * with 20 projects on it

      \t
        * Met on the board [in June](http://example.org/index.php/BoardMeeting)
      """;

  private static final String GLUSTER_AS_HTML =
      """
      <p>Halfway through – here’s “what happened”:</p>
      <ul>
      <li>
      <p>Launched the Forge in May – \
      <a href="http://forge.example.org/">http://forge.example.org/</a></p>
      <ul>
      <li>with 20 projects on it</li>
      </ul>
      </li>
      <li>
      <p>Met on the board <a href="http://example.org/index.php/BoardMeeting">in June</a></p>
      </li>
      </ul>
      <p>In response, we have plotted out steps.</p>
      """;

  private static final String NOTE =
      """
      <hr>
      <p class="note">The opinions on this blog are those of \
      <a href="https://community.example.org/about/">their authors</a>, <em>not</em> of the \
      company.</p>
      """;

  @TempDir private Path directory;

  /** An entry as the site's template writes it. */
  private record Row(String published, String updated, String html) {}

  private static String post(String slug, String date, String text) {
    return "---\ntitle: %1$s\nslug: %1$s\ndate: %2$s\n---\n\n%3$s\n".formatted(slug, date, text);
  }

  @Test
  void everyEntryIsAsTheSitesOwnTemplateWritesIt() throws Exception {
    Path posts = Files.createDirectories(directory.resolve("source/posts"));
    String longText = "Much text that stays.\n\n".repeat(10);
    try (Commits commits = Commits.in(directory)) {
      String gluster = "source/posts/2013-07-12-the-summer-of-gluster-is-here.html.md";
      commits.write(gluster, GLUSTER);
      commits.write("source/posts/2013-08-01-moved.html.md", post("moved", "2013-08-01", longText));
      commits.write("config.rb", "activate :blog\n");
      commits.commit("2013-07-13T09:00:00-04:00");
      commits.write("source/posts/2013-09-01-added.html.md", post("added", "2013-09-01", "Once."));
      commits.commit("2013-09-02T10:00:00+02:00");
      commits.write(gluster, GLUSTER + "\nIn response, we have plotted out steps.\n");
      commits.commit("2014-01-20T12:30:00+05:30");
      commits.write("config.rb", "activate :livereload\n").commit("2015-01-01T00:00:00Z");
      commits.write("source/posts/2013-10-01-new.html.md", post("new", "2013-10-01", "Not yet."));

      Map<String, Row> expected = new LinkedHashMap<>();
      expected.put(
          BLOG + "2013/10/new/",
          new Row("2013-10-01T00:00:00Z", "2013-10-01T00:00:00Z", "<p>Not yet.</p>\n"));
      expected.put(
          BLOG + "2013/09/added/",
          new Row("2013-09-01T00:00:00Z", "2013-09-02T10:00:00+02:00", "<p>Once.</p>\n"));
      // The template would write the earlier date of the commit; an entry is not updated before
      // it is published.
      expected.put(
          BLOG + "2013/08/moved/",
          new Row(
              "2013-08-01T00:00:00Z",
              "2013-08-01T00:00:00Z",
              "<p>Much text that stays.</p>\n".repeat(10)));
      expected.put(
          BLOG + "2013/07/the-summer-of-gluster-is-here/",
          new Row("2013-07-12T13:35:41Z", "2014-01-20T12:30:00+05:30", GLUSTER_AS_HTML));

      Clock clock = Clock.systemUTC();
      try (RunningSite site = RunningSite.on(posts, CONFIGURATION, clock)) {
        Map<String, Row> entries = entries(site.body("/atom.xml"));
        assertThat(entries.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach(
            (id, row) ->
                assertThat(entries.get(id))
                    .isEqualTo(new Row(row.published(), row.updated(), row.html() + NOTE)));
        assertThat(site.body("/feed.json").replaceAll("\\s+", " "))
            .contains(
                "\"tags\": [ \"Blog\", \"cloud\", \"events\", \"gluster\", \"kvm\","
                    + " \"open source\" ]");
        assertThat(site.publisher().health().problems()).isEmpty();
      }
    }
  }

  private static Map<String, Row> entries(String atom) {
    Map<String, Row> entries = new LinkedHashMap<>();
    Matcher entry = Pattern.compile("(?s)<entry>.*?</entry>").matcher(atom);
    while (entry.find()) {
      String text = entry.group();
      String id = element(text, "id");
      assertThat(text).contains("<link rel=\"alternate\" href=\"" + id + "\" />");
      entries.put(
          id,
          new Row(
              element(text, "published"),
              seconds(element(text, "updated")),
              element(text, "content").replace("&lt;", "<").replace("&gt;", ">")));
    }
    return entries;
  }

  private static String element(String text, String name) {
    Matcher element =
        Pattern.compile("(?s)<" + name + "(?: [^>]*)?>(.*?)</" + name + ">").matcher(text);
    assertThat(element.find()).as(name).isTrue();
    return element.group(1);
  }

  /** Atom's times differ by less than a millisecond, so that planets keep entries apart. */
  private static String seconds(String time) {
    OffsetDateTime exact = OffsetDateTime.parse(time);
    Instant second = Instant.ofEpochSecond(exact.toEpochSecond());
    String text = second.atOffset(exact.getOffset()).toString();
    return text.matches(".*T\\d\\d:\\d\\d[Z+-].*")
        ? text.replaceFirst("(T\\d\\d:\\d\\d)", "$1:00")
        : text;
  }
}
