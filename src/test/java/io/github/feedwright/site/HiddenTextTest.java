package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.output.SiteFiles;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author hid stands in no file of the site: no feed, archive or page. */
final class HiddenTextTest {
  private static final String FRONT_MATTER =
      """
      ---
      title: "Shown <span hidden>SECRET</span><!-- SECRET -->"
      date: 2026-01-01
      tags: ["a <!-- SECRET --> b", "<b hidden>SECRET</b> c"]
      categories: "x <!-- SECRET, SECRET --> y, z"
      author: Ada {::comment}SECRET{:/comment} Example
      %s---
      """;

  private static final String BODY =
      """
      Shown <!-- SECRET -- SECRET --> text <b hidden>SECRET</b> {::comment}SECRET{:/comment}.

      # Shown <i style="DISPLAY : none ! important">SECRET</i> <!-- SECRET -->

      - <!-- SECRET

        SECRET --> <span style="visibility:hidden">SECRET</span>
      - *SECRET*{: style="display:none"} {% comment %}SECRET{% endcomment %}
        > <p hidden>SECRET</p>

      | Shown | <!-- SECRET | SECRET --> |
      |-------|--------------------------|
      | Shown | <b popover>SECRET</b>    |

      <!--more-->

      <div hidden>

      # SECRET

      <my-box>SECRET</my-box> ![SECRET](SECRET.png) [SECRET](https://ex.org/SECRET)

      </div>

      <template><p>SECRET</p></template>
      <style>.spoiler { display: none }</style><p class="spoiler">SECRET</p>

      SECRET
      {: hidden="hidden"}

      Shown[^1] <details><summary>Shown</summary> at the end.</details>

      [^1]: Shown <!-- SECRET

          SECRET -->

      [//]: # (SECRET)

      <!-- SECRET

      SECRET
      """;

  @TempDir private Path posts;
  @TempDir private Path out;

  private List<Path> built(String more) throws IOException {
    var settings = RunningSite.settings(posts, "feeds: {archives: all" + more + "}\n");
    Clock clock = Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC);
    try (StaticBuild build =
            StaticBuild.of(settings, clock, CacheStore.none(), PublishedPosts.NONE);
        SiteFiles files = SiteFiles.in(out, settings, false, false)) {
      files.write(build.snapshot(), settings, (done, all) -> {});
    }
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", content: excerpt", ", trusted-html: true"})
  void itIsInNoFile(String more) throws Exception {
    Files.writeString(posts.resolve("2026-01-01-a.md"), FRONT_MATTER.formatted("") + BODY);
    Files.writeString(
        posts.resolve("2026-01-02-b.md"),
        FRONT_MATTER.formatted(
                "summary: 'Shown <i hidden>SECRET</i> {::comment}SECRET{:/}"
                    + " <style>.q {display:none}</style><b class=q>SECRET</b>'\n")
            + BODY.substring(BODY.indexOf("<!--more-->")));
    Files.writeString(
        posts.resolve("2026-01-03-c.html"),
        FRONT_MATTER.formatted("") + "<p>Shown</p><div hidden><p>SECRET</div><!-- SECRET");
    List<Path> files = built(more);
    assertThat(files.stream().map(Path::toString))
        .anyMatch(file -> file.endsWith("feed.json"))
        .anyMatch(file -> file.endsWith("atom.xml"))
        .anyMatch(file -> file.endsWith("rss.xml"))
        .anyMatch(file -> file.contains("/archive/"))
        .anyMatch(file -> file.endsWith(".html"));
    for (Path file : files) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainIgnoringCase("secret");
    }
    assertThat(Files.readString(out.resolve("atom.xml"))).contains("Shown text");
  }

  @Test
  void noMoreIsItWhereAPostIsShownAsPlainText() throws Exception {
    String shown =
        BODY.substring(0, BODY.indexOf("<style>")) + "\n\n# SECRET {: hidden}\n\nShown\n";
    Files.writeString(
        posts.resolve("2026-01-01-a.md"),
        FRONT_MATTER.formatted("") + shown + "> ".repeat(200) + "\n\n<template>SECRET");
    for (Path file : built("")) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainIgnoringCase("secret");
    }
    assertThat(Files.readString(out.resolve("atom.xml"))).contains("&lt;pre", "Shown  text");
  }
}
